import {
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  grpcServerName,
  grpcTlsFiles,
  grpcTlsMount,
  hasGrpcTls,
  podName,
  service,
  serviceAccount,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import type { Autoscaling, ClusterSpec, Workload } from '@thanos-fleet/cluster-spec'
import { callees, port } from '@thanos-fleet/connections'
import { thanosReceive as receiveArgs } from '@thanos-fleet/flags'
import type { Volume, VolumeMount } from '@thanos-fleet/kubernetes'

const directory = '/etc/thanos/hashrings'
const limitsDirectory = '/etc/thanos/limits'

export const limitsName = 'thanos-receive-limits'

/** What tells one kind of routers from another. */
export interface Routers {
  component: 'thanos-receive-router' | 'thanos-receive-edge'
  settings: Workload
  autoscaling: Autoscaling | null
  /** The ring file, and its ConfigMap. */
  hashrings: { config: string; text: string }
  flags: Parameters<typeof receiveArgs>[0]
  /** What they read beside the ring file, the limits and the certificates of gRPC. */
  files: { volumes: readonly Volume[]; mounts: readonly VolumeMount[] }
}

/** Routers with their Service and ring file: what all have in common. The file with the limits is one for all of them. */
export function routers(
  context: Context,
  { component, settings, autoscaling, hashrings, flags, files }: Routers,
): Built {
  const { spec } = context
  const tls = grpcTlsMount(spec)
  const args = receiveArgs(
    {
      ...commonThanosFlags(spec, component, settings),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'remote-write.address': `0.0.0.0:${port(component, 'remote-write')}`,
      ...routingFlags(spec),
      ...flags,
    },
    settings.extraFlags,
  )
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
        autoscaling,
        containers: [
          thanosContainer(context, component, settings, {
            args,
            env: [podName],
            mounts: [
              { name: 'hashrings', mountPath: directory, readOnly: true },
              { name: 'limits', mountPath: limitsDirectory, readOnly: true },
              ...tls.mounts,
              ...files.mounts,
            ],
          }),
        ],
        volumes: [
          { name: 'hashrings', configMap: { name: hashrings.config } },
          { name: 'limits', configMap: { name: limitsName } },
          ...tls.volumes,
          ...files.volumes,
        ],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [configFiles(spec, component, hashrings.config, { 'hashrings.json': hashrings.text }, 'reload')],
  }
}

function routingFlags(spec: ClusterSpec) {
  return {
    // Required of every Receive, although a router has no blocks to label (receive.go).
    label: ['receive_router="$(POD_NAME)"'],
    'receive.hashrings-file': `${directory}/hashrings.json`,
    'receive.hashrings-file-refresh-interval': '30s',
    // As a flag and not only in the file: Thanos falls back to hashmod silently, which moves most series on every change.
    'receive.hashrings-algorithm': 'ketama',
    'receive.replication-factor': spec.receive.replicationFactor,
    'receive.limits-config-file': `${limitsDirectory}/limits.yaml`,
    ...clientTls(spec),
  } as const
}

/**
 * Routers begin to count the series of tenants when they start, or never: the first limit on them, and the end of the
 * last one, have to cause a restart. All other changes of limits are reloaded. Source: cmd/thanos/receive.go,
 * AreHeadSeriesLimitsConfigured; pkg/receive/limiter.go, loadConfig
 */
function countsSeries({ facts }: Context, router: Routers['component']): { podAnnotations?: Record<string, string> } {
  if (callees(facts, router, 'Query API').length === 0) return {}
  return { podAnnotations: { 'thanos-fleet/head-series-limits': 'counted' } }
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
