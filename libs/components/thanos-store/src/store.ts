import {
  type Built,
  cacheConfiguration,
  commonThanosFlags,
  configFiles,
  type Context,
  disruptionBudget,
  grpcServerFlags,
  grpcTlsMount,
  podsOf,
  readLimitFlags,
  service,
  serviceAccount,
  statefulSet,
  thanosContainer,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import {
  type AdditionalBucket,
  additionalBucketCache,
  chunkPoolOf,
  type ClusterSpec,
  type StoreSpec,
  type StoreWorkload,
  storeWorkloads,
} from '@thanos-fleet/cluster-spec'
import { components, port } from '@thanos-fleet/connections'
import { thanosStore as storeArgs } from '@thanos-fleet/flags'
import { amount, type Duration, type Json, type Quantity, type StatefulSet, seconds } from '@thanos-fleet/kubernetes'
import { additionalBucketAccess, bucketAccess, type BucketAccess } from '@thanos-fleet/object-store'

const component = 'thanos-store'
const configName = 'thanos-store-config'
const directory = '/etc/thanos/store'
const data = '/var/thanos/store'

/** Thanos Store Gateway: serves the blocks of the bucket, and those of additional ones, as a StoreAPI. */
export function thanosStore(context: Context): Built {
  const { spec } = context
  const workloads = storeWorkloads(spec)
  return {
    objects: [
      serviceAccount(spec, component, bucketAccess(spec).serviceAccountAnnotations),
      ...spec.additionalBuckets.map((bucket) =>
        serviceAccount(spec, component, annotationsOf(bucket), spec.namespace, accountOf(bucket)),
      ),
      service(spec, component, { headless: true }),
      ...workloads.map((workload) => stateful(context, workload)),
      disruptionBudget(spec, component),
    ],
    configs: [configFiles(spec, component, configName, files(context, workloads), 'restart')],
  }
}

/** Clouds give an identity to a ServiceAccount, so that each bucket has one: who reads an archive needs no more. */
function accountOf({ name }: { name: string }): string {
  return `${component}-${name}`
}

function annotationsOf(bucket: AdditionalBucket): Record<string, string> {
  return additionalBucketAccess(bucket).serviceAccountAnnotations
}

function accessOf({ spec }: Context, { bucket }: StoreWorkload): BucketAccess {
  return bucket === null ? bucketAccess(spec) : additionalBucketAccess(bucket)
}

function stateful(context: Context, workload: StoreWorkload): StatefulSet {
  const { spec } = context
  const bucket = accessOf(context, workload)
  const tls = grpcTlsMount(spec)
  return statefulSet({
    spec,
    component,
    workload: workload.name,
    settings: spec.store,
    user: users.nobody,
    gracePeriod: 120,
    podLabels: bucket.podLabels,
    ...(workload.bucket === null ? {} : { serviceAccount: accountOf(workload.bucket) }),
    usesKubernetesApi: bucket.usesKubernetesApi,
    replicas: workload.replicas,
    componentPods: podsOf(storeWorkloads(spec)),
    service: components[component].service,
    volumeSize: spec.store.volumeSize,
    containers: [
      thanosContainer(context, component, spec.store, {
        args: args(context, workload),
        env: bucket.env,
        mounts: [
          { name: 'data', mountPath: data },
          { name: 'config', mountPath: directory, readOnly: true },
          ...bucket.mounts,
          ...tls.mounts,
        ],
        // Reading the index headers of a large bucket takes long (thanos#2376).
        startSeconds: 1800,
      }),
    ],
    volumes: [{ name: 'config', configMap: { name: configName } }, ...bucket.volumes, ...tls.volumes],
  })
}

/** The settings of a workload: those of its section, with another cache where it must not share one. */
function settingsOf({ store }: ClusterSpec, { bucket }: StoreWorkload): StoreSpec {
  return bucket === null ? store : { ...store, bucketCache: additionalBucketCache(store) }
}

/** Both read the same file where they have the same cache. */
function bucketCacheFile(spec: ClusterSpec, workload: StoreWorkload): string {
  const isOther = settingsOf(spec, workload).bucketCache.type !== spec.store.bucketCache.type
  return isOther ? 'bucket-cache-additional.yaml' : 'bucket-cache.yaml'
}

/** Caches, and for each shard the rule by which it keeps its share of the blocks. */
function files(context: Context, workloads: StoreWorkload[]): Record<string, string> {
  const { indexCache } = context.spec.store
  const bucketCaches = workloads.map((workload) => [
    bucketCacheFile(context.spec, workload),
    yamlText(cacheConfiguration(context, component, settingsOf(context.spec, workload).bucketCache, '16Mi')),
  ])
  return {
    'index-cache.yaml': yamlText(cacheConfiguration(context, component, indexCache, '16Mi')),
    ...Object.fromEntries(bucketCaches),
    ...Object.fromEntries(
      workloads.flatMap(({ shard }) => (shard === null ? [] : [[shardFile(shard.index), yamlText(keepShard(shard))]])),
    ),
  }
}

function shardFile(index: number): string {
  return `shard-${index}.yaml`
}

/** Source: https://thanos.io/tip/thanos/sharding.md/ */
function keepShard({ index, of }: { index: number; of: number }): Json {
  return [
    { action: 'hashmod', source_labels: ['__block_id'], target_label: 'shard', modulus: of },
    { action: 'keep', source_labels: ['shard'], regex: String(index) },
  ]
}

function args(context: Context, workload: StoreWorkload): string[] {
  const { spec } = context
  const { shard, minTime, maxTime } = workload
  const { requestBytes } = spec.store.limits
  return storeArgs(
    {
      ...commonThanosFlags(spec, component, spec.store),
      'data-dir': data,
      'grpc-address': `0.0.0.0:${port(component, 'grpc')}`,
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      ...grpcServerFlags(spec),
      ...accessOf(context, workload).flags,
      'index-cache.config-file': `${directory}/index-cache.yaml`,
      'store.caching-bucket.config-file': `${directory}/${bucketCacheFile(spec, workload)}`,
      // Half of Compact's delay: a block is ignored before it is gone (wiring rule 18).
      'ignore-deletion-marks-delay': half(spec.compact.deleteDelay),
      'store.enable-index-header-lazy-reader': true,
      'chunk-pool-size': inBytes(chunkPoolOf(settingsOf(spec, workload))),
      'store.grpc.series-max-concurrency': spec.store.limits.concurrency,
      ...readLimitFlags(spec.store.limits),
      ...(requestBytes === null ? {} : { 'store.grpc.downloaded-bytes-limit': inBytes(requestBytes) }),
      ...(shard === null ? {} : { 'selector.relabel-config-file': `${directory}/${shardFile(shard.index)}` }),
      ...(minTime === null ? {} : { 'min-time': minTime }),
      ...(maxTime === null ? {} : { 'max-time': maxTime }),
    },
    spec.store.extraFlags,
  )
}

/** A size as flags of Thanos take it. */
const inBytes = (quantity: Quantity) => `${Math.floor(amount(quantity))}B` as const

/** Half of a duration, in whole seconds. */
function half(duration: Duration): Duration {
  const value = Math.floor(seconds(duration) / 2)
  return value % 3600 === 0 ? `${value / 3600}h` : `${value}s`
}
