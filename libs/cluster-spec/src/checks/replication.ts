import { counted } from '@thanos-fleet/diagnostics'
import { dataPathsOf } from '../data-paths.ts'
import type { Check } from './check.ts'

/** Each ring must have an ingestor for each copy of a sample, or routers refuse the ring (wiring rule 8). */
export const replication: Check = ({ mode, migration, receive }) => {
  if (!dataPathsOf({ mode, migration }).receivers) return []
  return receive.hashrings.flatMap((ring, index) => {
    const ingestors = ring.replicas * Math.max(1, ring.zones.length)
    if (receive.replicationFactor <= ingestors) return []
    return [
      {
        code: 'replication-factor-above-ingestors',
        path: ['receive', 'replicationFactor'],
        also: [['receive', 'hashrings', index]],
        message:
          `receive.replicationFactor is ${receive.replicationFactor}, but the hashring "${ring.name}" has` +
          ` ${counted(ingestors, 'ingestor')}`,
        remedy: `lower it to ${ingestors}, or give the hashring ${receive.replicationFactor} replicas`,
      },
    ]
  })
}
