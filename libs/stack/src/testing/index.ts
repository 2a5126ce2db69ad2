export { Cluster, complete } from './inspect.ts'
export type { Obligation } from '../obligations/obligation.ts'
export { obligations } from '../obligations/index.ts'
export { type Reach, reachOf } from '../reach/reach.ts'
