import { callees } from '@thanos-fleet/connections'
import { callEach, type Context, grpcServerName, grpcTlsFiles } from '@thanos-fleet/authoring'
import type { Json } from '@thanos-fleet/kubernetes'

/** An entry of the endpoint file. Thanos ignores misspelt keys, so their names are a type. Source: cmd/thanos/endpointset.go. */
type Endpoint = { address: string; group?: true; strict?: true }

/**
 * The StoreAPIs that Query reads, as the file it watches: those that the table of connections states, and those of
 * other clusters. Thanos has one TLS configuration for all that are found by DNS (wiring rule 24).
 */
export function endpoints(context: Context): Json {
  const { spec, facts } = context
  const own = callees(facts, 'thanos-query', 'StoreAPI').map((component): Endpoint => ({
    address: callEach(context, 'thanos-query', component, 'StoreAPI'),
  }))
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
    endpoints: [...own, ...others],
  }
}
