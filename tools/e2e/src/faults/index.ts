import type { Fault } from '../harness/fault.ts'
import { fault as allRouters } from './all-routers.ts'
import { fault as certificateExpired } from './certificate-expired.ts'
import { fault as certificateRenewed } from './certificate-renewed.ts'
import { fault as clock } from './clock.ts'
import { fault as compaction } from './compaction.ts'
import { fault as configuration } from './configuration.ts'
import { fault as controlPlane } from './control-plane.ts'
import { fault as crashLoop } from './crash-loop.ts'
import { fault as dns } from './dns.ts'
import { fault as drain } from './drain.ts'
import { fault as flood } from './flood.ts'
import { fault as fullDisk } from './full-disk.ts'
import { fault as grpcTls } from './grpc-tls.ts'
import { fault as hashring } from './hashring.ts'
import { fault as killPods } from './kill-pods.ts'
import { fault as lateSamples } from './late-samples.ts'
import { fault as nodePower } from './node-power.ts'
import { fault as objectStore } from './object-store.ts'
import { fault as outOfMemory } from './out-of-memory.ts'
import { fault as restartAll } from './restart-all.ts'
import { fault as router } from './router.ts'
import { fault as twoReceivers } from './two-receivers.ts'
import { fault as upgradeZones } from './upgrade-zones.ts'
import { fault as volume } from './volume.ts'
import { fault as zonePower } from './zone-power.ts'

/** All faults, in the order in which they are run. */
export const faults: readonly Fault[] = [
  killPods,
  router,
  allRouters,
  twoReceivers,
  crashLoop,
  outOfMemory,
  volume,
  drain,
  restartAll,
  objectStore,
  fullDisk,
  compaction,
  flood,
  hashring,
  clock,
  configuration,
  grpcTls,
  certificateRenewed,
  certificateExpired,
  dns,
  upgradeZones,
  lateSamples,
  nodePower,
  zonePower,
  controlPlane,
]
