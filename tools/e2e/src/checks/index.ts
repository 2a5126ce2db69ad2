import type { Check } from '../check.ts'
import { check as accepted } from './accepted.ts'
import { check as alerts } from './alerts.ts'
import { check as blocks } from './blocks.ts'
import { check as caches } from './caches.ts'
import { check as freshSeries } from './fresh-series.ts'
import { check as hotReload } from './hot-reload.ts'
import { check as ingress } from './ingress.ts'
import { check as connections } from './network-connections.ts'
import { check as network } from './network.ts'
import { check as observability } from './observability.ts'
import { check as upgrade } from './upgrade.ts'

/** All checks, in the order in which they are run: what others stand on comes first. */
export const checks: readonly Check[] = [
  accepted,
  freshSeries,
  // Before observability, which raises an alert of its own: one group of alerts for both would be told twice.
  alerts,
  hotReload,
  ingress,
  connections,
  network,
  // Late, since the first live blocks take minutes, in which the others run.
  blocks,
  caches,
  // After blocks: panels of Store and Compact show what these have done.
  observability,
  upgrade,
]
