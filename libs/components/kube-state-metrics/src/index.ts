export { kubeStateMetrics } from './kube-state-metrics.ts'
