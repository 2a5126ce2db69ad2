import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import type { ClusterSpec, TimePartition } from '../spec.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

const path: Path = ['store', 'timePartitions']

/** How long ago, in seconds; null is `open`. */
function ago(time: TimePartition['minTime'], open: number): number {
  return time === null ? open : seconds(time.slice(1) as Duration)
}

function endsBeforeItBegins({ minTime, maxTime }: TimePartition): boolean {
  return ago(minTime, Infinity) <= ago(maxTime, 0)
}

/** How long fresh data stays where it is written, before only Store has it; of two ways, on the one that drops it first. */
function localRetention(spec: ClusterSpec): { setting: Path; retention: Duration } {
  const onIngestors = { setting: ['receive', 'ingestor', 'retention'], retention: spec.receive.ingestor.retention }
  const onPrometheus = { setting: ['prometheus', 'retention'], retention: spec.prometheus.retention }
  const { sidecars, receivers } = dataPathsOf(spec)
  if (!receivers) return onPrometheus
  if (!sidecars) return onIngestors
  return seconds(onIngestors.retention) < seconds(onPrometheus.retention) ? onIngestors : onPrometheus
}

function gap(at: Path, also: Path, message: string, remedy: string): Finding {
  return { code: 'time-partition-gap', path: at, also: [also], message, remedy }
}

/** Partitions must be in order, follow each other without a gap, and begin before any data that is kept. */
export const timePartitions: Check = ({ store: { timePartitions: partitions } }) => {
  if (partitions === null) return []
  return partitions.flatMap((partition, index): Finding[] => {
    const next = partitions[index + 1]
    if (endsBeforeItBegins(partition)) {
      return [
        {
          code: 'time-partition-empty',
          path: [...path, index, 'minTime'],
          also: [[...path, index]],
          message: `the time partition "${partition.name}" ends before it starts`,
          remedy: 'minTime must be longer ago than maxTime: minTime: -8w, maxTime: -2w',
        },
      ]
    }
    if (next === undefined || ago(next.minTime, Infinity) >= ago(partition.maxTime, 0)) return []
    return [
      gap(
        [...path, index + 1, 'minTime'],
        [...path, index],
        `no time partition covers the range between ${partition.maxTime} ("${partition.name}") and` +
          ` ${next.minTime} ("${next.name}")`,
        `write minTime: ${partition.maxTime} for "${next.name}"; partitions are listed oldest first`,
      ),
    ]
  })
}

/** The oldest partition must reach back as far as Compact keeps blocks. */
export const oldestPartition: Check = ({ store, compact: { retention } }) => {
  const oldest = store.timePartitions?.[0]
  if (oldest === undefined || oldest.minTime === null || endsBeforeItBegins(oldest)) return []
  const longest = Math.max(...Object.values(retention).map((kept) => seconds(kept) || Infinity))
  if (ago(oldest.minTime, Infinity) >= longest) return []
  return [
    gap(
      [...path, 0, 'minTime'],
      ['compact', 'retention'],
      `blocks older than ${oldest.minTime} are kept (compact.retention), but no time partition serves them`,
      `remove minTime of "${oldest.name}"`,
    ),
  ]
}

/** Store must take over before fresh data is dropped (wiring rule 22). */
export const newestPartition: Check = (spec) => {
  const last = spec.store.timePartitions?.length ?? 0
  const newest = spec.store.timePartitions?.[last - 1]
  const { setting, retention } = localRetention(spec)
  if (newest === undefined || newest.maxTime === null || endsBeforeItBegins(newest)) return []
  if (ago(newest.maxTime, 0) < seconds(retention)) return []
  return [
    gap(
      [...path, last - 1, 'maxTime'],
      setting,
      `the newest time partition "${newest.name}" ends at ${newest.maxTime}, but fresh data is` +
        ` dropped after ${retention}` +
        ` (${setting.join('.')})`,
      `use a maxTime later than -${retention}, or remove it`,
    ),
  ]
}

export const partitionNames: Check = ({ store }) =>
  duplicates(
    (store.timePartitions ?? []).map(({ name }) => name),
    path,
    'name',
    'time partition',
  )
