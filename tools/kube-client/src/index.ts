export { Forward } from './forward.ts'
export type { PodPort } from './forward.ts'
export { rolloutsOf } from './rollout.ts'
export type { Rollout } from './rollout.ts'
