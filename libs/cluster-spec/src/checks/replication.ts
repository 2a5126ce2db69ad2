import { counted } from '@thanos-fleet/diagnostics'
import type { Finding } from '../finding.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Check } from './check.ts'

/** Each ring must have an ingestor for each copy of a sample, or routers refuse the ring (wiring rule 8). */
export const replication: Check = (spec) => {
  const { receive } = spec
  if (!dataPathsOf(spec).receivers) return []
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

/** Copies of a sample that must be stored for a write to succeed. Source: https://thanos.io/tip/components/receive.md/#quorum */
export function quorumOf(factor: number): number {
  return factor === 2 ? 1 : Math.floor(factor / 2) + 1
}

/**
 * Whether every series keeps its quorum when a zone is lost. Ketama spreads copies evenly over zones, so the fullest has
 * the factor divided by the zones, rounded up. Source: pkg/receive/hashring.go, calculateSectionReplicas
 */
function survivesZone(factor: number, zones: number): boolean {
  return factor - Math.ceil(factor / zones) >= quorumOf(factor)
}

/**
 * Zones are named so that one of them can be lost. With fewer than the factor needs, a zone takes the quorum of some series
 * with it (wiring rule 34). One zone, or one copy of each sample, promises nothing: there it is only said.
 */
export const quorumByZone: Check = (spec) => {
  const { hashrings, replicationFactor: factor } = spec.receive
  if (!dataPathsOf(spec).receivers) return []
  return hashrings.flatMap(({ name, zones: { length: zones } }, index): Finding[] => {
    if (zones === 0 || survivesZone(factor, zones)) return []
    const most = Math.ceil(factor / zones)
    const enough = Array.from({ length: factor }, (_, before) => before + 1).find((count) =>
      survivesZone(factor, count),
    )
    const promise = zones > 1 && enough !== undefined
    return [
      {
        ...(promise ? {} : { severity: 'warning' as const }),
        code: 'zone-loses-quorum',
        path: ['receive', 'hashrings', index, 'zones'],
        also: [['receive', 'replicationFactor']],
        message:
          `with ${counted(zones, 'zone')} and replicationFactor ${factor}, one zone has ${most} of ${factor}` +
          ` ${factor === 1 ? 'copy' : 'copies'} of some series of the hashring "${name}": without it, writes of them fail`,
        remedy:
          enough === undefined
            ? 'raise receive.replicationFactor to 3 over three zones, if writing must survive the loss of a zone'
            : `name ${enough} zones${zones === 2 && factor > 2 ? ', or write receive.replicationFactor: 2' : ''}, or remove zones if they need not survive`,
      },
    ]
  })
}
