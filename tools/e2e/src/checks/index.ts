import type { Check } from '../check.ts'
import { check as accepted } from './accepted.ts'
import { check as alerts } from './alerts.ts'
import { check as autoscaling } from './autoscaling.ts'
import { check as blocks } from './blocks.ts'
import { check as caches } from './caches.ts'
import { check as freshSeries } from './fresh-series.ts'
import { check as hotReload } from './hot-reload.ts'
import { check as ingress } from './ingress.ts'
import { check as connections } from './network-connections.ts'
import { check as network } from './network.ts'
import { check as observability } from './observability.ts'
import { check as tenants } from './tenants.ts'
import { check as upgrade } from './upgrade.ts'

/** All checks, in the order in which they are run: what others stand on comes first. */
export const checks: readonly Check[] = [
  accepted,
  // These wait for minutes, and touch different things: the series of the test and of a tenant, Alertmanagers, the bucket,
  // the number of routers.
  freshSeries,
  tenants,
  autoscaling,
  alerts,
  blocks,
  hotReload,
  // When blocks were uploaded by everybody and every API was used, these see at once what they look for.
  ingress,
  connections,
  network,
  caches,
  // After blocks: panels of Store and Compact show what these have done.
  observability,
  upgrade,
]
