import { type Built, type Context, hostFiles, hostMount } from '@thanos-fleet/authoring'
import { writersHashringsText } from './hashrings.ts'
import { routers } from './routing.ts'

/**
 * Routers of Receive for other clusters. They end TLS themselves and take the tenant from the certificate of the client, which
 * nobody else in between could vouch for: a header says whatever its sender wants. They are apart from the routers of this
 * cluster because with that flag a write without TLS is answered by no one. They know no tenants but the clusters that send here.
 * Source: pkg/tenancy/tenancy.go of Thanos 0.42, getTenantFromCertificate
 */
export function thanosReceiveEdge(context: Context): Built {
  const { spec } = context
  return routers(context, {
    component: 'thanos-receive-edge',
    settings: spec.receive.edge,
    autoscaling: null,
    hashrings: { config: 'thanos-receive-edge-hashrings', text: writersHashringsText(spec) },
    flags: {
      'remote-write.server-tls-cert': hostFiles.cert,
      'remote-write.server-tls-key': hostFiles.key,
      'remote-write.server-tls-client-ca': hostFiles.clientCa,
      'receive.tenant-certificate-field': 'commonName',
    },
    files: hostMount(spec.ingress),
  })
}
