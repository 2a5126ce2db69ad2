import type { CompleteSpec } from './complete.ts'
import { production } from './production.ts'
import { type Size, resourcesOf, workloadOf } from './workloads.ts'

const small: Size = { cpu: '25m', memory: ['64Mi', '512Mi'] }
const one = workloadOf(1, small)
const onDisk = { ...one, volumeSize: '2Gi', storageClass: null } as const
const cache = { type: 'in-memory', maxSize: '64Mi' } as const

/** Everything once, on one node, with the bucket in a folder of a shared volume. For trying things out only. */
export const development: Omit<CompleteSpec, 'name' | 'mode' | 'externalLabels' | 'gitops'> = {
  ...production,
  ring: 'development',
  objectStore: {
    type: 'FILESYSTEM',
    directory: '/var/thanos/objstore',
    volume: { size: '10Gi', accessMode: 'ReadWriteOnce', storageClass: null },
  },
  storage: { class: null, local: null, retention: { whenScaled: 'Delete', whenDeleted: 'Delete' } },
  topology: { singleNode: 'node-1', antiAffinity: 'none', zoneSpread: 'none' },
  prometheus: {
    ...production.prometheus,
    replicas: 1,
    resources: resourcesOf({ cpu: '100m', memory: ['256Mi', '1Gi'] }),
    retention: '2d',
    volumeSize: '5Gi',
    retentionSize: '4Gi',
    // Single-node clusters rarely have kubelet certificates that the cluster's authority signed.
    kubeletAccess: 'api-server-proxy',
  },
  sidecar: { ...production.sidecar, resources: resourcesOf(small) },
  query: { ...production.query, ...one },
  queryFrontend: { ...production.queryFrontend, ...one, cache },
  store: { ...production.store, ...onDisk, indexCache: cache, bucketCache: cache },
  compact: { ...production.compact, ...onDisk, replicas: 1, volumeSize: '5Gi' },
  rule: { ...production.rule, ...onDisk },
  receive: {
    ...production.receive,
    replicationFactor: 1,
    router: { ...production.receive.router, ...one },
    edge: one,
    ingestor: { ...production.receive.ingestor, resources: resourcesOf(small) },
    hashrings: [{ name: 'default', tenants: [], replicas: 1, zones: [] }],
  },
  bucketWeb: one,
  alertmanager: { ...production.alertmanager, ...onDisk, volumeSize: '1Gi' },
  kubeStateMetrics: one,
  grafana: { ...production.grafana, ...onDisk, volumeSize: '1Gi' },
  memcached: { ...production.memcached, ...one, cacheSize: '128Mi' },
}
