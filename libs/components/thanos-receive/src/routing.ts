import { type Context, grpcServerName, grpcTlsFiles, hasGrpcTls } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { callees, type ComponentName } from '@thanos-fleet/connections'
import type { Volume, VolumeMount } from '@thanos-fleet/kubernetes'

/** What all routers have in common: the ring file, limits, and how they reach ingestors. */

const directory = '/etc/thanos/hashrings'
const limitsDirectory = '/etc/thanos/limits'

export const limitsName = 'thanos-receive-limits'

export const routingMounts: readonly VolumeMount[] = [
  { name: 'hashrings', mountPath: directory, readOnly: true },
  { name: 'limits', mountPath: limitsDirectory, readOnly: true },
]

/** @param hashrings the ConfigMap with the ring file */
export function routingVolumes(hashrings: string): Volume[] {
  return [
    { name: 'hashrings', configMap: { name: hashrings } },
    { name: 'limits', configMap: { name: limitsName } },
  ]
}

export function routingFlags(spec: ClusterSpec) {
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
export function countsSeries({ facts }: Context, router: ComponentName): { podAnnotations?: Record<string, string> } {
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
