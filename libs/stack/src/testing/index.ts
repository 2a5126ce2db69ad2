export { Cluster, complete } from './inspect.ts'
export type { Obligation } from './obligation.ts'
export { obligations } from './obligations.ts'
export { type Reach, reachOf } from '../reach/reach.ts'
