export { configFrom, kubeReader, Unreachable } from './kube-reader.ts'
export { measure } from './measure.ts'
export type { ClusterReader, Pod } from './reader.ts'
