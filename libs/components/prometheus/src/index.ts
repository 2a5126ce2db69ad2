export { type Neighbour, prometheus, type PrometheusOptions } from './prometheus.ts'
