import { callees, type ComponentName } from '@thanos-fleet/connections'
import { type ClusterSpec, ingestorWorkloads, storeWorkloads } from '@thanos-fleet/cluster-spec'
import { call, callEach, type Context, grpcServerName, grpcTlsFiles } from '@thanos-fleet/authoring'
import type { Json } from '@thanos-fleet/kubernetes'

/** An entry of the endpoint file. Thanos ignores misspelt keys, so their names are a type. Source: cmd/thanos/endpointset.go. */
type Endpoint = {
  address: string
  group?: true
  strict?: true
  client_config?: { tls_config: { enabled: boolean } }
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
    endpoints: [...own, ...both.map((address): Endpoint => ({ address, ...inTheClear })), ...others],
  }
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
