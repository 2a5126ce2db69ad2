import {
  autoscaler,
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  grpcTlsMount,
  podName,
  service,
  serviceAccount,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { port } from '@thanos-fleet/connections'
import { thanosReceive as receiveArgs } from '@thanos-fleet/flags'
import { hashringsText } from './hashrings.ts'
import { limitsText } from './limits.ts'
import { countsSeries, limitsName, routingFlags, routingMounts, routingVolumes } from './routing.ts'

const component = 'thanos-receive-router'
const configName = 'thanos-receive-hashrings'

/**
 * Routers of Thanos Receive: take remote writes, find the ingestors by tenant and series, and wait for a quorum. They
 * keep nothing: no volume, no bucket. A changed ring needs no restart and, because ingestors are apart, no flush.
 */
export function thanosReceiveRouter(context: Context): Built {
  const { spec } = context
  const settings = spec.receive.router
  const tls = grpcTlsMount(spec)
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
        autoscaling: settings.autoscaling,
        containers: [
          thanosContainer(context, component, settings, {
            args: args(spec),
            env: [podName],
            mounts: [...routingMounts, ...tls.mounts],
          }),
        ],
        volumes: [...routingVolumes(configName), ...tls.volumes],
      }),
      disruptionBudget(spec, component),
      ...(settings.autoscaling === null ? [] : [autoscaler(spec, component, settings.autoscaling)]),
    ],
    configs: [
      configFiles(spec, component, configName, { 'hashrings.json': hashringsText(spec) }, 'reload'),
      configFiles(spec, component, limitsName, { 'limits.yaml': limitsText(context) }, 'reload'),
    ],
  }
}

function args(spec: ClusterSpec): string[] {
  const { receive } = spec
  return receiveArgs(
    {
      ...commonThanosFlags(spec, component, receive.router),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'remote-write.address': `0.0.0.0:${port(component, 'remote-write')}`,
      ...routingFlags(spec),
      'receive.default-tenant-id': receive.tenant,
    },
    receive.router.extraFlags,
  )
}
