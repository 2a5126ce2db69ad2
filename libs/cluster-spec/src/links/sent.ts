import type { FleetMember } from '../fleet/places.ts'
import { type Choosable, memberNamed } from './choose.ts'
import { writtenAt } from './published.ts'
import type { Refused } from './refused.ts'

/** A cluster that sends its samples to another one. */
export interface Sent {
  by: FleetMember
  centre: FleetMember
}

/** Where clusters say to whom they send. */
export const sendsTo = ['sendsTo']

/** The cluster to which each sends, and those that cannot be meant. */
export function sentTo(clusters: readonly FleetMember[], fleet: Choosable): { sent: Sent[]; refused: Refused[] } {
  const refused: Refused[] = []
  const sent = clusters.flatMap((by): Sent[] => {
    const name = by.spec.sendsTo
    if (name === null) return []
    if (name === by.spec.name) {
      refused.push({
        ...{ at: by, path: sendsTo, code: 'cluster-sends-to-itself' },
        message: `sendsTo: ${name} is this cluster`,
        remedy: 'write sendsTo: null, or the name of another cluster',
      })
      return []
    }
    const found = memberNamed(name, 'sendsTo', by, fleet)
    if ('code' in found) refused.push({ at: by, path: sendsTo, ...found })
    else return found.clusters.map((centre) => ({ by, centre }))
    return []
  })
  return { sent, refused }
}

/** Nobody writes at a host that is published for others: it would have no routers behind it. */
export function withoutWriters(clusters: readonly FleetMember[], sent: readonly Sent[]): Refused[] {
  const written = new Set(sent.map(({ centre }) => centre.spec.name))
  return clusters
    .filter(({ spec }) => writtenAt(spec) !== null && !written.has(spec.name))
    .map((at) => ({
      severity: 'warning',
      ...{ at, path: ['ingress', 'hosts', 'remoteWrite'], code: 'host-without-writers' },
      message: 'ingress.hosts.remoteWrite is not published yet: no cluster sends here',
      remedy: `write sendsTo: ${at.spec.name} in the cluster.yaml of one`,
    }))
}
