import { portOf } from '@thanos-fleet/catalog'
import { noLinks } from '../links/links.ts'
import { productionAlertmanager } from './alertmanager.ts'
import type { CompleteSpec } from './complete.ts'
import { productionPlatform } from './platform.ts'
import { productionPrometheusFile } from './prometheus.ts'
import { productionReceive } from './receive.ts'
import { containerOf, noPodSettings, noReadLimits, statefulOf, workloadOf } from './workloads.ts'

/** What sidecar-mode and receive-mode have in common. Replicas, volumes and retention are the article's where right. */
export const production: Omit<CompleteSpec, 'name' | 'mode' | 'externalLabels' | 'gitops'> = {
  ...productionPlatform,
  migration: null,
  sendsTo: null,
  prometheus: {
    ...statefulOf(3, { cpu: '500m', memory: ['2Gi', '4Gi'] }, '10Gi'),
    scrapeInterval: '30s',
    evaluationInterval: '30s',
    retention: '10d',
    // Below the volume's size, so that the write-ahead log and a compaction still find room.
    retentionSize: '8Gi',
    kubeletAccess: 'direct',
    ...productionPrometheusFile,
  },
  sidecar: { ...containerOf({ cpu: '50m', memory: ['128Mi', '512Mi'] }), limits: noReadLimits },
  query: {
    ...workloadOf(3, { cpu: '250m', memory: ['512Mi', '2Gi'] }),
    autoscaling: null,
    clusters: [],
    extraEndpoints: [],
    deduplicateTenants: false,
    timeout: '2m',
    maxConcurrent: 20,
    maxConcurrentSelect: 4,
    limits: noReadLimits,
  },
  queryFrontend: {
    ...workloadOf(2, { cpu: '100m', memory: ['512Mi', '1Gi'] }),
    autoscaling: null,
    splitInterval: '24h',
    maxQueryLength: '0s',
    maxParallelism: 14,
    cache: { type: 'in-memory', maxSize: '256Mi' },
  },
  store: {
    ...statefulOf(2, { cpu: '250m', memory: ['1Gi', '3Gi'] }, '5Gi'),
    shards: 1,
    timePartitions: null,
    indexCache: { type: 'in-memory', maxSize: '500Mi' },
    bucketCache: { type: 'in-memory', maxSize: '256Mi' },
    chunkPool: null,
    limits: { ...noReadLimits, requestBytes: null, concurrency: 20 },
  },
  compact: {
    ...statefulOf(1, { cpu: '500m', memory: ['1Gi', '4Gi'] }, '10Gi'),
    replicas: 1,
    retention: { raw: '90d', fiveMinutes: '180d', oneHour: '360d' },
    deleteDelay: '48h',
    shards: null,
    verticalCompaction: false,
    offlineDeduplication: false,
    concurrency: 1,
  },
  rule: {
    ...statefulOf(2, { cpu: '100m', memory: ['256Mi', '1Gi'] }, '5Gi'),
    kind: 'stateful',
    evaluationInterval: '30s',
    retention: '48h',
    limits: noReadLimits,
  },
  receive: productionReceive,
  bucketWeb: workloadOf(1, { cpu: '50m', memory: ['128Mi', '512Mi'] }),
  alertmanager: productionAlertmanager,
  externalAlertmanagers: null,
  nodeExporter: {
    ...containerOf({ cpu: '50m', memory: ['64Mi', '128Mi'] }),
    ...noPodSettings,
    nodeSelector: {},
    tolerations: [{ operator: 'Exists' }],
    priorityClassName: 'system-node-critical',
    port: portOf('node-exporter', 'metrics'),
  },
  kubeStateMetrics: workloadOf(1, { cpu: '50m', memory: ['128Mi', '512Mi'] }),
  grafana: {
    ...statefulOf(1, { cpu: '100m', memory: ['256Mi', '512Mi'] }, '2Gi'),
    adminSecret: 'grafana-admin',
    database: null,
    dataSources: [],
    auth: { oidc: null },
    config: {},
  },
  memcached: { ...workloadOf(3, { cpu: '100m', memory: ['1280Mi', '1280Mi'] }), cacheSize: '1Gi' },
  extra: { scrapeJobs: [], rules: [], globalRules: [], dashboards: [], alertTemplates: [] },
  objects: [],
  links: noLinks,
  alerts: {},
  alertLabels: {},
}
