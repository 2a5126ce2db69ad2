export { claimsOf, type Meeting, meetingsOf } from './claims.ts'
export { gitopsFiles } from './files.ts'
export type { FleetCluster } from './fleet.ts'
export { type GroupKind, type Scope, scopeOf } from './scope.ts'
