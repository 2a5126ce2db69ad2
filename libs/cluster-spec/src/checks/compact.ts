import { type ComponentName, components } from '@thanos-fleet/catalog'
import { ownValue } from '@thanos-fleet/json'
import { seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import { isRest, takesEveryBlock } from '../shards.ts'
import type { ClusterSpec } from '../spec.ts'
import { receivedByLabel, tenantLabel } from '../replica-labels.ts'
import { deduplicatesTenants, receiveWroteBlocks, dataPathsOf, sidecarsUploadOverlaps } from '../data-paths.ts'
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
            message: `a block with both ${label} and ${shard.label} would be compacted by two shards`,
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
            message: `blocks with ${label}="${one.value}" are already compacted by shard "${earlier.shard}"`,
            remedy: 'list each value in only one shard',
          },
        ]
  })
  const rests = shards.flatMap((shard, index) => (isRest(shard) ? [index] : []))
  const twoRests = rests.slice(1).map((index): Finding => ({
    code: 'compact-shards-overlap',
    path: ['compact', 'shards', index, 'name'],
    also: [['compact', 'shards', rests[0] ?? 0]],
    message: `"${shards[rests[0] ?? 0]?.name}" already takes all blocks that no other shard lists`,
    remedy: 'add values, or remove one of the two',
  }))
  return [
    ...duplicates(
      shards.map(({ name }) => name),
      ['compact', 'shards'],
      'name',
      'compact shard',
    ),
    ...otherLabels,
    ...twice,
    ...twoRests,
  ]
}

/** Values are exact, since patterns could not be known to be disjoint: one that looks like a pattern may match no block. */
export const compactShardValues: Check = ({ compact: { shards } }) =>
  (shards ?? []).flatMap(({ values }, shard) =>
    values.flatMap((value, at): Finding[] =>
      /[*+?|()[\]{}^$\\]/.test(value)
        ? [
            {
              severity: 'warning',
              code: 'compact-shard-pattern',
              path: ['compact', 'shards', shard, 'values', at],
              message: `"${value}" looks like a pattern, but shard values are matched literally`,
              remedy: 'list each label value: values: [eu-1, eu-2]',
            },
          ]
        : [],
    ),
  )

/** Who wrote the blocks of this cluster. */
interface Writer {
  writer: ComponentName
  /** The labels that blocks of this writer carry. */
  labels: Record<string, string>
  /** A label of theirs whose values others choose. */
  open?: string
}

/** All writers of blocks: those of today, and after a move those of before, whose blocks are in the bucket still. */
function writersOfBlocks(spec: ClusterSpec): Writer[] {
  const { externalLabels, receive, rule } = spec
  const { sidecars, receivers } = dataPathsOf(spec)
  const moved = deduplicatesTenants(spec)
  // Receive's blocks carry its own labels; those of Prometheus are inside of them, on the series.
  const received = { [receivedByLabel]: spec.name, [tenantLabel]: receive.tenant }
  const writers: [boolean, Writer][] = [
    [receivers || moved, { writer: 'thanos-receive-ingestor', labels: received, open: tenantLabel }],
    [sidecars || moved, { writer: 'thanos-sidecar', labels: externalLabels }],
    // Shards find them by the same names; see `having` of Compact.
    [rule?.kind === 'stateful', { writer: 'thanos-rule', labels: externalLabels }],
  ]
  return writers.flatMap(([wrote, writer]) => (wrote ? [writer] : []))
}

/** Blocks that no shard takes are never compacted, downsampled or deleted (wiring rule 17). */
export const compactCoversBlocks: Check = (spec) => {
  const { shards } = spec.compact
  const label = shards?.[0]?.label
  if (shards === null || label === undefined || takesEveryBlock(spec.compact)) return []
  return writersOfBlocks(spec).flatMap(({ writer, labels, open }): Finding[] => {
    const { title } = components[writer]
    const own = ownValue<string>(labels, label)
    const taken = own !== undefined && shards.some(({ values }) => values.includes(own))
    if (taken && open !== label) return []
    return [
      {
        code: 'compact-shards-incomplete',
        path: ['compact', 'shards'],
        also: [['externalLabels'], ['receive', 'tenant'], ['rule'], ['query', 'deduplicateTenants']],
        message:
          own === undefined
            ? `the blocks of ${title} have no label ${label}, so no shard compacts, downsamples or deletes them`
            : taken
              ? `blocks of ${title} with a ${label} that no shard lists are never compacted, downsampled or deleted`
              : `the blocks of ${title} have ${label}="${own}", which no shard compacts, downsamples or deletes`,
        remedy: `add a shard without values for the remaining blocks: { name: rest, label: ${label} }`,
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
      message: `compact.deleteDelay is ${deleteDelay}: Store would read blocks that are already deleted`,
      remedy: 'use at least 1h; 48h is common',
    },
  ]
}

/** Compact must not be kept from merging what ingestors, or sidecars of a Prometheus with late samples, upload (wiring rule 31). */
export const verticalCompaction: Check = (spec, { written }) => {
  const setting = ['compact', 'verticalCompaction']
  const flag = 'compact.enable-vertical-compaction'
  const off = [
    ...(written(setting) && !spec.compact.verticalCompaction ? [setting] : []),
    ...(spec.compact.extraFlags[flag] === false ? [['compact', 'extraFlags', flag]] : []),
  ]
  const received = receiveWroteBlocks(spec)
  if (!received && !sidecarsUploadOverlaps(spec)) return []
  return off.map((path): Finding => ({
    code: 'vertical-compaction-needed',
    path,
    also: received ? [['mode'], ['query', 'deduplicateTenants']] : [['prometheus', 'outOfOrderWindow']],
    message:
      `blocks of ${received ? 'Receive' : 'Prometheus with prometheus.outOfOrderWindow'} overlap,` +
      ' and without vertical compaction Compact halts on overlapping blocks',
    remedy: received ? 'remove it' : 'remove it; it stays needed after the window is 0s again',
  }))
}
