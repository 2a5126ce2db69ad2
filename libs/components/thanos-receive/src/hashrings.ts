import { type ClusterSpec, hashringOf, ingestorWorkloads } from '@thanos-fleet/cluster-spec'
import { port, serviceHost } from '@thanos-fleet/connections'

/** An ingestor as the ring file names it, with its zone where ingestors are spread over zones on purpose. */
export type RingEndpoint = string | { address: string; az: string }

/** Every ingestor of a hashring at its gRPC port, by the name its pod keeps (wiring rule 5). */
export function ringEndpoints(spec: ClusterSpec, hashring: string): RingEndpoint[] {
  const host = serviceHost('thanos-receive-ingestor', spec.namespace)
  return ingestorWorkloads(spec.receive)
    .filter((workload) => workload.hashring === hashring)
    .flatMap(({ name, zone, replicas }) =>
      Array.from({ length: replicas }, (_, index): RingEndpoint => {
        const address = `${name}-${index}.${host}:${port('thanos-receive-ingestor', 'grpc')}`
        return zone === null ? address : { address, az: zone }
      }),
    )
}

/** The ring file of the routers. Source: https://thanos.io/tip/components/receive.md/#hashring-configuration-file */
export function hashringsText(spec: ClusterSpec): string {
  const rings = spec.receive.hashrings.map(({ name, tenants }) => ({
    hashring: name,
    ...(tenants.length === 0 ? {} : { tenants }),
    // Without it Thanos takes `bank-*` for the name of one tenant.
    ...(tenants.some((tenant) => /[*?[]/.test(tenant)) ? { tenant_matcher_type: 'glob' } : {}),
    algorithm: 'ketama',
    endpoints: ringEndpoints(spec, name),
  }))
  return `${JSON.stringify(rings, null, 2)}\n`
}

/** The ring file of the edge routers: the rings of the clusters that send here, which are named one by one. */
export function writersHashringsText(spec: ClusterSpec): string {
  const { hashrings } = spec.receive
  const rings = hashrings.flatMap((hashring) => {
    const tenants = spec.links.writers.filter((writer) => hashringOf(writer, hashrings) === hashring)
    if (tenants.length === 0) return []
    return [{ hashring: hashring.name, tenants, algorithm: 'ketama', endpoints: ringEndpoints(spec, hashring.name) }]
  })
  return `${JSON.stringify(rings, null, 2)}\n`
}
