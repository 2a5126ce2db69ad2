import {
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  grpcTlsMount,
  hostFiles,
  hostMount,
  podName,
  service,
  serviceAccount,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { port } from '@thanos-fleet/connections'
import { thanosReceive as receiveArgs } from '@thanos-fleet/flags'
import { writersHashringsText } from './hashrings.ts'
import { countsSeries, routingFlags, routingMounts, routingVolumes } from './routing.ts'

const component = 'thanos-receive-edge'
const configName = 'thanos-receive-edge-hashrings'

/**
 * Routers of Receive for other clusters. They end TLS themselves and take the tenant from the certificate of the client, which
 * nobody else in between could vouch for: a header says whatever its sender wants. They are apart from the routers of this
 * cluster because with that flag a write without TLS is answered by no one. They know no tenants but the clusters that send here.
 * Source: pkg/tenancy/tenancy.go of Thanos 0.42, getTenantFromCertificate
 */
export function thanosReceiveEdge(context: Context): Built {
  const { spec } = context
  const settings = spec.receive.edge
  const tls = [grpcTlsMount(spec), hostMount(spec.ingress)]
  return {
    objects: [
      serviceAccount(spec, component),
      service(spec, component),
      deployment({
        spec,
        component,
        workload: component,
        settings,
        user: users.nobody,
        gracePeriod: 150,
        ...countsSeries(context, component),
        replicas: settings.replicas,
        autoscaling: null,
        containers: [
          thanosContainer(context, component, settings, {
            args: args(spec),
            env: [podName],
            mounts: [...routingMounts, ...tls.flatMap(({ mounts }) => mounts)],
          }),
        ],
        volumes: [...routingVolumes(configName), ...tls.flatMap(({ volumes }) => volumes)],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [configFiles(spec, component, configName, { 'hashrings.json': writersHashringsText(spec) }, 'reload')],
  }
}

function args(spec: ClusterSpec): string[] {
  const { edge } = spec.receive
  return receiveArgs(
    {
      ...commonThanosFlags(spec, component, edge),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'remote-write.address': `0.0.0.0:${port(component, 'remote-write')}`,
      'remote-write.server-tls-cert': hostFiles.cert,
      'remote-write.server-tls-key': hostFiles.key,
      'remote-write.server-tls-client-ca': hostFiles.clientCa,
      'receive.tenant-certificate-field': 'commonName',
      ...routingFlags(spec),
    },
    edge.extraFlags,
  )
}
