import type { ActiveParts } from './active.ts'

const everywhere = [
  'prometheus', 'thanos-query', 'thanos-query-frontend', 'thanos-store', 'thanos-compact', 'thanos-rule',
  'thanos-bucket-web', 'alertmanager', 'config-reloader', 'node-exporter', 'kube-state-metrics', 'memcached', 'grafana',
]

const common = {
  namespace: 'thanos',
  nodesNamespace: 'thanos-nodes',
  prometheusReplicas: 3,
  alertmanagerReplicas: 2,
  storeReplicas: 2,
  compactors: 1,
  rule: { replicas: 2, kind: 'stateful' },
} as const

const receivers = ['thanos-receive-router', 'thanos-receive-ingestor']
const receive = { replicationFactor: 3, hashrings: { default: 3 } }

/** A cluster of each mode with everything it can have; unit tests and the table of alerts are about these. */
export const examples: Readonly<Record<ActiveParts['mode'], ActiveParts>> = {
  'sidecar-mode': { ...common, mode: 'sidecar-mode', components: new Set([...everywhere, 'thanos-sidecar']), receive: null },
  'receive-mode': { ...common, mode: 'receive-mode', components: new Set([...everywhere, ...receivers]), receive },
  'dev-filesystem-objstore': {
    ...common, mode: 'dev-filesystem-objstore', components: new Set([...everywhere, 'thanos-sidecar', ...receivers]), receive,
  },
}
