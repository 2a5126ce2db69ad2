import {
  autoscaler,
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  grpcServerName,
  grpcTlsFiles,
  hasGrpcTls,
  grpcTlsMount,
  podName,
  service,
  serviceAccount,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { callees, port } from '@thanos-fleet/connections'
import { thanosReceive as receiveArgs } from '@thanos-fleet/flags'
import { hashringsText } from './hashrings.ts'
import { limitsText } from './limits.ts'

const component = 'thanos-receive-router'
const configName = 'thanos-receive-hashrings'
const limitsName = 'thanos-receive-limits'
const directory = '/etc/thanos/hashrings'
const limitsDirectory = '/etc/thanos/limits'

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
        ...countsSeries(context),
        replicas: settings.replicas,
        autoscaling: settings.autoscaling,
        containers: [
          thanosContainer(context, component, settings, {
            args: args(spec),
            env: [podName],
            mounts: [
              { name: 'hashrings', mountPath: directory, readOnly: true },
              { name: 'limits', mountPath: limitsDirectory, readOnly: true },
              ...tls.mounts,
            ],
          }),
        ],
        volumes: [
          { name: 'hashrings', configMap: { name: configName } },
          { name: 'limits', configMap: { name: limitsName } },
          ...tls.volumes,
        ],
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

/**
 * Routers begin to count the series of tenants when they start, or never: the first limit on them, and the end of the
 * last one, have to cause a restart. All other changes of limits are reloaded. Source: cmd/thanos/receive.go,
 * AreHeadSeriesLimitsConfigured; pkg/receive/limiter.go, loadConfig
 */
function countsSeries({ facts }: Context): { podAnnotations?: Record<string, string> } {
  if (callees(facts, component, 'Query API').length === 0) return {}
  return { podAnnotations: { 'thanos-fleet/head-series-limits': 'counted' } }
}

function args(spec: ClusterSpec): string[] {
  const { receive } = spec
  return receiveArgs(
    {
      ...commonThanosFlags(spec, component, receive.router),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'remote-write.address': `0.0.0.0:${port(component, 'remote-write')}`,
      // Required of every Receive, although a router has no blocks to label (receive.go).
      label: ['receive_router="$(POD_NAME)"'],
      'receive.hashrings-file': `${directory}/hashrings.json`,
      'receive.hashrings-file-refresh-interval': '30s',
      // As a flag and not only in the file: Thanos falls back to hashmod silently, which moves most series on every change.
      'receive.hashrings-algorithm': 'ketama',
      'receive.replication-factor': receive.replicationFactor,
      'receive.limits-config-file': `${limitsDirectory}/limits.yaml`,
      'receive.default-tenant-id': receive.tenant,
      ...clientTls(spec),
    },
    receive.router.extraFlags,
  )
}

function clientTls(spec: ClusterSpec) {
  if (!hasGrpcTls(spec)) return {}
  return {
    'remote-write.client-tls-secure': true,
    'remote-write.client-tls-cert': grpcTlsFiles.cert,
    'remote-write.client-tls-key': grpcTlsFiles.key,
    'remote-write.client-tls-ca': grpcTlsFiles.ca,
    'remote-write.client-server-name': grpcServerName(spec),
  }
}
