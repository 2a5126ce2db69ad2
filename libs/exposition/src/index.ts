export { type MetricSample, samplesOf, sumOf, valueOf } from './samples.ts'
