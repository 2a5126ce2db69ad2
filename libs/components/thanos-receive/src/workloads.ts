import type { Hashring, ReceiveSpec } from '@thanos-fleet/cluster-spec'

/** One StatefulSet of ingestors: those of a hashring, or those of a hashring in one zone. */
export interface IngestorWorkload {
  name: string
  hashring: string
  zone: string | null
  replicas: number
}

/** The StatefulSets of all hashrings. The ring file names exactly their pods, because it is made from the same list. */
export function ingestorWorkloads({ hashrings }: ReceiveSpec): IngestorWorkload[] {
  return hashrings.flatMap(ring => (ring.zones.length === 0 ? [null] : ring.zones).map(zone => ({
    name: workloadName(ring, zone),
    hashring: ring.name,
    zone,
    replicas: ring.replicas,
  })))
}

/** The default hashring has no name of its own, so that most clusters have plain `thanos-receive-ingestor`. */
function workloadName({ name, tenants }: Hashring, zone: string | null): string {
  return ['thanos-receive-ingestor', ...(name === 'default' && tenants.length === 0 ? [] : [name]), ...(zone === null ? [] : [zone])].join('-')
}
