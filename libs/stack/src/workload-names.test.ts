import { type ClusterSpec, completeDefaults, modeDefaults, modes, statefulSetsOf } from '@thanos-fleet/cluster-spec'
import type { KubeObject, StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { desired } from './desired.ts'

const { store, compact, receive, grafana } = completeDefaults('receive-mode', 'x')
const split: Partial<ClusterSpec> = {
  store: {
    ...store,
    shards: 2,
    timePartitions: [
      { name: 'old', minTime: null, maxTime: '-2w' },
      { name: 'new', minTime: '-2w', maxTime: null },
    ],
  },
  compact: {
    ...compact,
    shards: [
      { name: 'a', label: 'cluster', values: ['a'] },
      { name: 'b', label: 'cluster', values: ['b'] },
    ],
  },
  receive: {
    ...receive,
    hashrings: [{ name: 'big', tenants: ['t'], replicas: 2, zones: ['x', 'y'] }, ...receive.hashrings],
  },
  grafana: { ...grafana, database: { type: 'postgres', urlSecret: { name: 'x', key: 'url' } } },
}
const clusters = modes.flatMap((mode): [string, ClusterSpec][] => [
  [mode, modeDefaults(mode, 'x')],
  [`${mode} with everything`, completeDefaults(mode, 'x')],
  [`${mode}, split`, { ...completeDefaults(mode, 'x'), ...split }],
])

/** Names and replicas of the StatefulSets whose pods have volumes. */
function built(spec: ClusterSpec): string[] {
  const isStatefulSet = (object: KubeObject): object is StatefulSet => object.kind === 'StatefulSet'
  const withVolumes = desired(spec)
    .objects.filter(isStatefulSet)
    .filter(({ spec }) => (spec?.volumeClaimTemplates ?? []).length > 0)
  return withVolumes.map(({ metadata, spec }) => `${metadata.name} ${spec?.replicas}`).toSorted()
}

describe('the names that checks of cluster.yaml know', () => {
  it.each(clusters)('are those of the StatefulSets that are built: %s', (_, spec) => {
    expect(
      statefulSetsOf(spec)
        .map(({ workload, replicas }) => `${workload} ${replicas}`)
        .toSorted(),
    ).toEqual(built(spec))
  })
})
