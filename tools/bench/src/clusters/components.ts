import { randomCollector, randomDataSources, randomEndpoints, randomLogin } from './addresses.ts'
import { maybe } from './maybe.ts'
import type { Random } from './random.ts'

/**
 * Random settings of the components that every production mode has; each is left out more often than not.
 * @param canLogIn whether Grafana is published, which logins by OIDC need
 */
export function randomComponents(random: Random, canLogIn: boolean): object {
  return {
    ...maybe(random, 0.3, () => ({ prometheus: prometheus(random) })),
    query: query(random),
    ...store(random),
    ...maybe(random, 0.3, () => ({ compact: compact(random) })),
    ...maybe(random, 0.4, () => ({ grafana: grafana(random, canLogIn) })),
    ...maybe(random, 0.2, () => ({ bucketWeb: false })),
    ...maybe(random, 0.2, () => ({ kubeStateMetrics: { resources: { memory: '1Gi' } } })),
    ...maybe(random, 0.2, () => ({ tracing: randomCollector(random) })),
    ...maybe(random, 0.2, () => ({ grpcTls: { issuer: { name: 'internal' } } })),
  }
}

const database = { type: 'postgres', urlSecret: 'grafana-database' }

function grafana(random: Random, canLogIn: boolean): object {
  return {
    ...maybe(random, 0.5, () => ({ replicas: 2, database })),
    ...maybe(random, 0.6, () => ({ dataSources: randomDataSources(random) })),
    ...maybe(random, canLogIn ? 0.6 : 0, () => ({ auth: { oidc: randomLogin(random) } })),
  }
}

function query(random: Random): object {
  const autoscaling = () => ({ autoscaling: { minReplicas: 2, maxReplicas: random.between(4, 8) } })
  const timeout = () => ({ timeout: `${random.between(5, 600)}s` })
  return { ...maybe(random, 0.5, timeout), ...maybe(random, 0.2, autoscaling), ...randomEndpoints(random) }
}

function prometheus(random: Random): object {
  return {
    replicas: random.between(2, 3),
    volumeSize: `${random.between(5, 20) * 10}Gi`,
    retentionSize: '40Gi',
    resources: { cpu: random.between(1, 4), memory: { request: '4Gi', limit: `${random.between(5, 16)}Gi` } },
    ...maybe(random, 0.5, () => ({ nodeSelector: { disk: 'ssd' } })),
    ...maybe(random, 0.5, () => ({ tolerations: [{ key: 'dedicated', value: 'monitoring', effect: 'NoSchedule' }] })),
    ...maybe(random, 0.3, () => ({ extraFlags: { 'web.page-title': 'Fleet' } })),
  }
}

function store(random: Random): object {
  if (random.chance(0.5)) return {}
  const memcached = random.chance(0.4)
  const shards = random.between(1, 3)
  return {
    store: {
      shards,
      ...(shards === 2 ? { chunkPool: '1Gi', limits: { requestSeries: 100_000, requestBytes: '256Mi' } } : {}),
      ...(shards === 3 ? { resources: { memory: '12Gi' }, limits: { concurrency: 40 } } : {}),
      ...maybe(random, 0.3, () => ({
        timePartitions: [{ name: 'archive', maxTime: '-8w' }, { name: 'recent', minTime: '-8w' }],
      })),
      ...(memcached ? { indexCache: { type: 'memcached' }, bucketCache: { type: 'memcached' } } : {}),
    },
    ...(memcached ? { queryFrontend: { cache: { type: 'memcached' } } } : {}),
  }
}

function compact(random: Random): object {
  const raw = random.between(2, 90)
  return {
    retention: { raw: `${raw}d`, fiveMinutes: `${raw + 90}d`, oneHour: `${raw + 360}d` },
    volumeSize: `${random.between(2, 50) * 10}Gi`,
  }
}
