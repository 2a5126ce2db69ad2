export { gitopsFiles } from './files.ts'
export type { FleetCluster, Repository } from './fleet.ts'
export { type GroupKind, type Scope, scopeOf } from './scope.ts'
