import {
  type ClusterSpec,
  type CompactWorkload,
  compactWorkloads,
  isRest,
  mergesOverlaps,
  ruleLabel,
} from '@thanos-fleet/cluster-spec'
import {
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  disruptionBudget,
  replicaLabels,
  service,
  serviceAccount,
  statefulSet,
  thanosContainer,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import { components, port } from '@thanos-fleet/connections'
import { thanosCompact as compactArgs } from '@thanos-fleet/flags'
import type { Json, StatefulSet } from '@thanos-fleet/kubernetes'
import { bucketAccess } from '@thanos-fleet/object-store'

const component = 'thanos-compact'
const configName = 'thanos-compact-shards'
const directory = '/etc/thanos/compact'
const data = '/var/thanos/compact'

type Shard = NonNullable<CompactWorkload['shard']>

/**
 * Thanos Compact: compacts, downsamples and deletes. Exactly one per set of blocks, ever: each is a StatefulSet of one
 * replica, which never runs two pods at once, and shards take disjoint sets (wiring rule 17).
 */
export function thanosCompact(context: Context): Built {
  const { spec } = context
  const { shards } = spec.compact
  return {
    objects: [
      serviceAccount(spec, component, bucketAccess(spec).serviceAccountAnnotations),
      service(spec, component, { headless: true }),
      ...compactWorkloads(spec.compact).map(({ name, shard }) => stateful(context, name, shard)),
      disruptionBudget(spec, component),
    ],
    configs: shards === null ? [] : [configFiles(spec, component, configName, shardFiles(spec, shards), 'restart')],
  }
}

function stateful(context: Context, workload: string, shard: Shard | null): StatefulSet {
  const { spec } = context
  const bucket = bucketAccess(spec)
  const config = shard === null ? [] : [{ name: 'config', mountPath: directory, readOnly: true }]
  return statefulSet({
    spec,
    component,
    workload,
    settings: spec.compact,
    user: users.nobody,
    // A compaction under way is given up, not finished: what it wrote is not in the bucket yet.
    gracePeriod: 120,
    podLabels: bucket.podLabels,
    usesKubernetesApi: bucket.usesKubernetesApi,
    replicas: spec.compact.replicas,
    service: components[component].service,
    volumeSize: spec.compact.volumeSize,
    containers: [
      thanosContainer(context, component, spec.compact, {
        args: args(context, shard),
        env: bucket.env,
        mounts: [{ name: 'data', mountPath: data }, ...config, ...bucket.mounts],
      }),
    ],
    volumes: [...(shard === null ? [] : [{ name: 'config', configMap: { name: configName } }]), ...bucket.volumes],
  })
}

function shardFiles(spec: ClusterSpec, shards: Shard[]): Record<string, string> {
  const named = shards.flatMap(({ values }) => values)
  return Object.fromEntries(
    shards.map((shard) => [
      `${shard.name}.yaml`,
      yamlText(isRest(shard) ? restOf(spec, shard, named) : [{ action: 'keep', ...having(spec, shard, shard.values) }]),
    ]),
  )
}

/** Everything but what the other shards take; a block without the label has none of their values. */
function restOf(spec: ClusterSpec, shard: Shard, named: string[]): Json {
  return named.length === 0 ? [] : [{ action: 'drop', ...having(spec, shard, named) }]
}

/**
 * Blocks whose label has one of these values, under the name that it has on blocks of Rule too.
 * Source: https://thanos.io/tip/thanos/sharding.md/; expressions are anchored, and values are taken by the letter.
 */
function having({ externalLabels }: ClusterSpec, { label }: Shard, values: string[]) {
  const any = values.map(quoted).join('|')
  if (!Object.hasOwn(externalLabels, label)) return { source_labels: [label], regex: any }
  return { source_labels: [label, ruleLabel(label)], separator: ';', regex: `(?:${any});|;(?:${any})` }
}

/** A text as an expression that matches nothing else. Source: https://github.com/google/re2/wiki/Syntax */
function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')
}

function args(context: Context, shard: Shard | null): string[] {
  const { spec } = context
  const { retention, deleteDelay, concurrency } = spec.compact
  return compactArgs(
    {
      ...commonThanosFlags(spec, component, spec.compact),
      wait: true,
      'data-dir': data,
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      ...bucketAccess(spec).flags,
      'retention.resolution-raw': retention.raw,
      'retention.resolution-5m': retention.fiveMinutes,
      'retention.resolution-1h': retention.oneHour,
      'delete-delay': deleteDelay,
      'compact.concurrency': concurrency,
      'downsample.concurrency': concurrency,
      ...(mergesOverlaps(spec) ? { 'compact.enable-vertical-compaction': true } : {}),
      ...deduplication(context),
      ...(shard === null ? {} : { 'selector.relabel-config-file': `${directory}/${shard.name}.yaml` }),
    },
    spec.compact.extraFlags,
  )
}

/**
 * Copies are removed by the label that blocks carry: with sidecars that of Prometheus, with Receive its own, because
 * there the label of Prometheus is a part of the series. Replicas of Prometheus scrape at different times, which needs
 * the function `penalty`; the equal copies of Receive do not, but it serves them as well.
 * Source: https://thanos.io/tip/components/compact.md/
 */
function deduplication({ spec, facts }: Context) {
  if (!spec.compact.offlineDeduplication) return {}
  const [sidecars, receivers] = [facts.present.has('thanos-sidecar'), facts.present.has('thanos-receive-ingestor')]
  return {
    'deduplication.replica-label': [
      ...(sidecars ? [replicaLabels.prometheus] : []),
      ...(receivers ? [replicaLabels.receive] : []),
      replicaLabels.rule,
    ],
    ...(sidecars ? { 'deduplication.func': 'penalty' as const } : {}),
  }
}
