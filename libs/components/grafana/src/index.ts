export { grafana, type GrafanaOptions } from './grafana.ts'
