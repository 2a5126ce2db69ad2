import { seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import type { ClusterSpec } from '../spec.ts'
import { waysOf } from '../ways.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

/** Two compactors that take the same block destroy the bucket (wiring rule 17). */
export const compactShards: Check = ({ compact: { shards } }) => {
  if (shards === null) return []
  const [label] = shards.map((shard) => shard.label)
  const otherLabels = shards.flatMap((shard, index): Finding[] =>
    shard.label === label
      ? []
      : [
          {
            code: 'compact-shards-overlap',
            path: ['compact', 'shards', index, 'label'],
            also: [['compact', 'shards', 0, 'label']],
            message: `a block may have both ${label} and ${shard.label}, and would be compacted by two shards`,
            remedy: `use one label for all shards: ${label}`,
          },
        ],
  )
  const all = shards.flatMap((shard, index) =>
    shard.values.map((value, at) => ({ value, shard: shard.name, path: ['compact', 'shards', index, 'values', at] })),
  )
  const first = new Map<string, (typeof all)[number]>()
  const twice = all.flatMap((one): Finding[] => {
    const earlier = first.get(one.value)
    if (earlier === undefined) first.set(one.value, one)
    return earlier === undefined
      ? []
      : [
          {
            code: 'compact-shards-overlap',
            path: one.path,
            also: [earlier.path],
            message: `blocks with ${label}="${one.value}" are compacted by the shard "${earlier.shard}" already`,
            remedy: 'name each value in one shard only',
          },
        ]
  })
  return [
    ...duplicates(
      shards.map(({ name }) => name),
      ['compact', 'shards'],
      'name',
      'compact shard',
    ),
    ...otherLabels,
    ...twice,
  ]
}

/** Values are exact: patterns could not be known to be disjoint, and taken as they are they match no block at all. */
export const compactShardValues: Check = ({ compact: { shards } }) =>
  (shards ?? []).flatMap(({ values }, shard) =>
    values.flatMap((value, at): Finding[] =>
      /[*+?|()[\]{}^$\\]/.test(value)
        ? [
            {
              code: 'compact-shard-pattern',
              path: ['compact', 'shards', shard, 'values', at],
              message: `"${value}" looks like a pattern, and values of shards are compared as they are`,
              remedy: 'name each value of the label: values: [eu-1, eu-2]',
            },
          ]
        : [],
    ),
  )

/** Who writes blocks in this cluster, and the labels that those blocks carry. */
function writersOfBlocks(spec: ClusterSpec): { writer: string; labels: Record<string, string> }[] {
  const { externalLabels, receive, rule } = spec
  const { sidecars, receivers } = waysOf(spec)
  // Receive's blocks carry its own labels; those of Prometheus are inside of them, on the series.
  const received = { receive_cluster: spec.name, tenant_id: receive.tenant }
  return [
    ...(receivers ? [{ writer: 'Thanos Receive', labels: received }] : []),
    ...(sidecars ? [{ writer: 'Thanos Sidecar', labels: externalLabels }] : []),
    ...(rule?.kind === 'stateful' ? [{ writer: 'Thanos Rule', labels: externalLabels }] : []),
  ]
}

/** Blocks that no shard takes are never compacted, downsampled or deleted. */
export const compactCoversOwnBlocks: Check = (spec) => {
  const { shards } = spec.compact
  const label = shards?.[0]?.label
  if (shards === null || label === undefined) return []
  return writersOfBlocks(spec).flatMap(({ writer, labels }): Finding[] => {
    const own = labels[label]
    if (own !== undefined && shards.some(({ values }) => values.includes(own))) return []
    return [
      {
        code: 'compact-shards-miss-own-blocks',
        path: ['compact', 'shards'],
        also: [['externalLabels'], ['receive', 'tenant'], ['rule']],
        message:
          own === undefined
            ? `the blocks of ${writer} have no label ${label}, so no shard compacts them`
            : `the blocks of ${writer} have ${label}="${own}", which no shard compacts`,
        remedy:
          own === undefined
            ? spec.migration === null
              ? `shard by a label that they have: ${Object.keys(labels).join(', ')}`
              : 'remove compact.shards until the move is over: no label is on the blocks of both ways'
            : `add "${own}" to the values of a shard`,
      },
    ]
  })
}

/** Store ignores a marked block after half of the delay and looks every 15 minutes (wiring rule 18). */
export const deleteDelay: Check = ({ compact: { deleteDelay } }) => {
  if (seconds(deleteDelay) >= 3600) return []
  return [
    {
      code: 'delete-delay-too-short',
      path: ['compact', 'deleteDelay'],
      message: `compact.deleteDelay is ${deleteDelay}: Store would ask for blocks that are deleted already`,
      remedy: 'write at least 1h; 48h is usual',
    },
  ]
}
