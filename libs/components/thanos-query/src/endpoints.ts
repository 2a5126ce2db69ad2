import { callees, type ComponentName } from '@thanos-fleet/connections'
import { type ClusterSpec, ingestorWorkloads, storeWorkloads } from '@thanos-fleet/cluster-spec'
import { call, callEach, type Context, grpcServerName, grpcTlsFiles, identityFiles } from '@thanos-fleet/authoring'
import type { Json } from '@thanos-fleet/kubernetes'

/** An entry of the endpoint file. Thanos ignores misspelt keys, so their names are a type. Source: cmd/thanos/endpointset.go. */
type TlsFiles = { cert_file: string; key_file: string; ca_file?: string }
type Endpoint = {
  address: string
  group?: true
  strict?: true
  client_config?: { tls_config: { enabled: boolean } | TlsFiles; server_name?: string }
}

/**
 * The StoreAPIs that Query reads, as the file it watches: those that the table of connections states, and those of
 * other clusters. Thanos has one TLS configuration for all that are found by DNS (wiring rule 24).
 */
export function endpoints(context: Context): Json {
  const { spec, facts } = context
  const own = callees(facts, 'thanos-query', 'StoreAPI').map((component): Endpoint => ({
    address: callEach(context, 'thanos-query', component, 'StoreAPI'),
  }))
  const inTheClear = { client_config: { tls_config: { enabled: false } } }
  const both = (spec.grpcTls?.step ?? null) === null ? [] : eachPod(context)
  const others = spec.query.extraEndpoints.map((address): Endpoint => ({ address }))
  return {
    ...(spec.grpcTls === null
      ? {}
      : {
          default_client_config: {
            tls_config: { cert_file: grpcTlsFiles.cert, key_file: grpcTlsFiles.key, ca_file: grpcTlsFiles.ca },
            server_name: grpcServerName(spec),
          },
        }),
    endpoints: [
      ...own,
      ...both.map((address): Endpoint => ({ address, ...inTheClear })),
      ...others,
      ...otherClusters(context),
    ],
  }
}

/**
 * One endpoint for each cluster that is read, whatever the number of its pods. It is strict: a cluster that does not answer is
 * kept, so that answers without it say so, where any other would be left out in silence. Thanos takes no DNS notation there,
 * and no setting of the certificates of this cluster's own gRPC.
 * Sources: isQueryable in pkg/query/endpointset.go and applyDefaults in cmd/thanos/endpointset.go of Thanos 0.42
 */
function otherClusters({ spec: { identity, links } }: Context): Endpoint[] {
  if (identity === null) return []
  const { cert, key, ca } = identityFiles
  return links.reads.map(({ host, port }) => ({
    address: `${host}:${port}`,
    strict: true,
    client_config: {
      tls_config: { cert_file: cert, key_file: key, ...(identity.publicHosts ? {} : { ca_file: ca }) },
      server_name: host,
    },
  }))
}

/** The pods of the StoreAPIs, by component. */
const pods: Partial<Record<ComponentName, (spec: ClusterSpec) => { name: string; replicas: number }[]>> = {
  'thanos-sidecar': ({ prometheus }) => [{ name: 'prometheus', replicas: prometheus.replicas }],
  'thanos-receive-ingestor': ({ receive }) => ingestorWorkloads(receive),
  'thanos-store': storeWorkloads,
  'thanos-rule': ({ rule }) => (rule === null ? [] : [{ name: 'thanos-rule', replicas: rule.replicas }]),
}

/**
 * Every pod that serves a StoreAPI, by its name: what is found by DNS has one TLS configuration, and an address may be there
 * once only. A server answers at one of its two addresses, and the other one is not asked for series.
 */
function eachPod(context: Context): string[] {
  return callees(context.facts, 'thanos-query', 'StoreAPI').flatMap((component) => {
    const workloads = pods[component]?.(context.spec)
    if (workloads === undefined) throw new Error(`nobody has said how the pods of ${component} are called`)
    const service = call(context, 'thanos-query', component, 'StoreAPI')
    return workloads.flatMap(({ name, replicas }) =>
      Array.from({ length: replicas }, (_, index) => `${name}-${index}.${service}`),
    )
  })
}
