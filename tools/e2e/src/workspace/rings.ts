import { type ClusterSpec, ingestorWorkloads } from '@thanos-fleet/cluster-spec'

type Receive = ClusterSpec['receive']

/** A pod that stores what is written. */
export interface IngestorPod {
  name: string
  /** The name of its hashring. */
  ring: string
  /** null: its ring is not spread over zones. */
  zone: string | null
}

/** All ingestors of all hashrings, by the names that their pods keep. */
export function ingestorPods(receive: Receive): IngestorPod[] {
  return ingestorWorkloads(receive).flatMap(({ name, zone, hashring, replicas }) =>
    Array.from({ length: replicas }, (_, index) => ({ name: `${name}-${index}`, ring: hashring, zone })),
  )
}

/** The hashring that takes what a tenant writes. @throws Error where no ring takes the rest */
export function ringOf({ hashrings }: Receive, tenant: string): string {
  const takes = (pattern: string) =>
    pattern.endsWith('*') ? tenant.startsWith(pattern.slice(0, -1)) : tenant === pattern
  const ring = hashrings.find(({ tenants }) => tenants.length === 0 || tenants.some(takes))
  if (ring === undefined) throw new Error(`no hashring takes the tenant ${tenant}`)
  return ring.name
}

/** The ingestors that store what the cluster's own Prometheus writes. */
export function ownIngestors(receive: Receive): string[] {
  const own = ringOf(receive, receive.tenant)
  return ingestorPods(receive)
    .filter(({ ring }) => ring === own)
    .map(({ name }) => name)
}
