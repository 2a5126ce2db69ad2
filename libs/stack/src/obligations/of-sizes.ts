import { cachesOf } from '@thanos-fleet/cluster-spec'
import { amount, type Duration, type Quantity, seconds } from '@thanos-fleet/kubernetes'
import type { ClusterObjects } from './cluster-objects.ts'
import { bytesOf, retentionOf } from './retention.ts'
import type { Obligation } from './obligation.ts'

const always = () => true
const limitOf = (cluster: ClusterObjects, container: string) =>
  amount((cluster.container(container).resources?.limits?.['memory'] ?? '0') as Quantity)

/** Memory, volumes and numbers of pods. */
export const sizeObligations: readonly Obligation[] = [
  {
    setting: 'resources.memory.limit',
    demands: 'less of the garbage collector of Go programs',
    why: 'the kernel kills what reaches the limit',
    source: 'https://pkg.go.dev/runtime#hdr-Environment_Variables',
    applies: always,
    broken: (cluster) =>
      cluster.pods.flatMap(({ pod }) =>
        pod.containers.flatMap(({ name, env, resources }) => {
          const soft = Number(env?.find((variable) => variable.name === 'GOMEMLIMIT')?.value ?? 0)
          return soft < amount((resources?.limits?.['memory'] ?? '0') as Quantity) ? [] : [name]
        }),
      ),
  },
  {
    setting: 'resources.*.request',
    demands: 'a limit that is not below it',
    why: 'the API server refuses the pod',
    source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    applies: always,
    broken: (cluster) =>
      cluster.pods.flatMap(({ pod }) =>
        pod.containers.flatMap(({ name, resources }) =>
          Object.entries(resources?.limits ?? {}).flatMap(([key, limit]) =>
            amount((resources?.requests?.[key] ?? '0') as Quantity) > amount(limit as Quantity)
              ? [`${name}: ${key}`]
              : [],
          ),
        ),
      ),
  },
  {
    setting: 'caches in memory',
    demands: 'a limit of memory above their sum',
    why: 'the kernel kills what reaches the limit',
    source: 'https://thanos.io/tip/components/store.md/#index-cache',
    applies: ({ spec }) => cachesOf(spec).some(({ cache }) => cache.type === 'in-memory'),
    broken: (cluster) =>
      [
        ['store', 'thanos-store'],
        ['queryFrontend', 'thanos-query-frontend'],
      ].flatMap(([section, container = '']) => {
        const caches = cachesOf(cluster.spec).filter((one) => one.section === section)
        const sum = caches.reduce(
          (total, { cache }) => total + (cache.type === 'in-memory' ? amount(cache.maxSize) : 0),
          0,
        )
        return caches.length > 0 && sum >= limitOf(cluster, container) ? [container] : []
      }),
  },
  {
    setting: 'resources.memory.limit of Store',
    demands: 'a pool of chunks that fits into it, beside the caches',
    why: 'queries would end by the kernel, with all others, and not by an error of their own',
    source: 'https://thanos.io/tip/components/store.md/#flags',
    applies: ({ spec }) => spec.sendsTo === null,
    broken: (cluster) => {
      const pools = cluster.flag('thanos-store', 'chunk-pool-size').map((value) => Number(value.replace('B', '')))
      const { indexCache, bucketCache } = cluster.spec.store
      const caches = [indexCache, bucketCache].reduce(
        (sum, cache) => sum + (cache.type === 'in-memory' ? amount(cache.maxSize) : 0),
        0,
      )
      const fits = (pool: number) => pool > 0 && pool + caches < limitOf(cluster, 'thanos-store')
      return pools.length === 1 && pools.every(fits) ? [] : [`${pools.join()} bytes beside ${caches}`]
    },
  },
  {
    setting: 'memcached.cacheSize',
    demands: 'a limit of memory above it',
    why: 'the kernel kills what reaches the limit',
    source: 'https://docs.memcached.org/serverguide/',
    applies: ({ spec }) => cachesOf(spec).some(({ cache }) => cache.type === 'memcached'),
    broken: (cluster) => {
      const [items = 0] = cluster.flag('server', 'memory-limit').map(Number)
      return items * 2 ** 20 < limitOf(cluster, 'server') ? [] : [`${items} MiB`]
    },
  },
  {
    setting: 'prometheus.retentionSize',
    demands: 'a larger volume',
    why: 'the write-ahead log and a compaction need room',
    source: 'https://prometheus.io/docs/prometheus/latest/storage/#right-sizing-retention-size',
    applies: ({ spec }) => spec.prometheus.retentionSize !== null,
    broken: (cluster) => {
      const { size = '0B' } = retentionOf(cluster)
      const [claim] = cluster.one('StatefulSet', 'prometheus').spec?.volumeClaimTemplates ?? []
      const volume = amount((claim?.spec?.resources?.requests?.['storage'] ?? '0') as Quantity)
      return bytesOf(size) < volume ? [] : [`${size} of ${volume} bytes`]
    },
  },
  {
    setting: 'alertmanager.repeatInterval',
    demands: 'at least as much of the retention',
    why: 'a notification that is forgotten is sent again',
    source: 'https://prometheus.io/docs/alerting/latest/configuration/#route',
    applies: ({ spec }) => spec.alertmanager !== null,
    broken: (cluster) => {
      const text = cluster.mounted('alertmanager').get('/etc/alertmanager/config/alertmanager.yaml') ?? ''
      const repeated = seconds((/^ *repeat_interval: (\S+)$/m.exec(text)?.[1] ?? '1y') as Duration)
      const [kept = 0] = cluster.flag('alertmanager', 'data.retention').map((value) => seconds(value as Duration))
      return kept >= repeated ? [] : [`${kept} s`]
    },
  },
  {
    setting: 'autoscaling',
    demands: 'no replicas of the Deployment',
    why: 'two owners of one field would fight',
    source: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
    applies: (cluster) => cluster.objects.some(({ kind }) => kind === 'HorizontalPodAutoscaler'),
    broken: (cluster) => {
      const scaled = cluster.objects
        .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
        .map(({ metadata }) => metadata.name)
      return cluster
        .all('Deployment')
        .filter(({ metadata, spec }) => scaled.includes(metadata.name) === (spec?.replicas !== undefined))
        .map(({ metadata }) => metadata.name)
    },
  },
]
