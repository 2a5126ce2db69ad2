import type { Fault } from './fault.ts'
import { fault as killPods } from './kill-pods.ts'
import { fault as router } from './router.ts'
import { fault as twoReceivers } from './two-receivers.ts'
import { fault as volume } from './volume.ts'

/** All faults, in the order in which they are run. */
export const faults: readonly Fault[] = [
  killPods,
  router,
  twoReceivers,
  volume,
]
