import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { isRest } from '../shards.ts'
import type { Place } from '../fleet-file/sources.ts'
import type { Path } from '../yaml/position.ts'
import { placeText } from './bucket-place.ts'
import { type Compactor, type Meeting, meetings } from './compactors.ts'
import { seenFromHere } from './overlap.ts'
import type { FleetMember } from './places.ts'

/** What is said of two clusters that meet: the setting to change here, the one that it meets there, and why. */
interface Said {
  here: Path
  there: Path
  message(file: string, place: string): string
  /** What to write if the two shall share the bucket. */
  share: string
}

const bucket: Path = ['objectStore']
const shards: Path = ['compact', 'shards']

/** No two clusters may compact the same blocks (wiring rule 17): each pair that may is an error at the later one. */
export function compactedTwice(clusters: readonly FleetMember[]): Diagnostic[] {
  const locate = locator()
  return meetings(clusters).map((meeting): Diagnostic => {
    const { later, earlier, more } = meeting
    const { here, there, message, share } = about(meeting)
    const place = locate(earlier.cluster, there)
    // A default of the fleet stands in neither of the two.
    const file = place.file === undefined ? `${earlier.cluster.path}:${place.line}` : earlier.cluster.path
    const where = locate(later.cluster, here)
    return {
      severity: 'error',
      code: 'bucket-compacted-twice',
      file: later.cluster.path,
      ...where,
      message:
        `${where.file === undefined ? '' : `${later.cluster.path}: `}${message(file, placeText(earlier.place))}${seenFromHere(later.place, earlier.place)}: two compactors on the same blocks destroy them` +
        (more ? '; further clusters share it too' : ''),
      remedy: `${apart(meeting)}, or ${share}`,
    }
  })
}

function about({ later, earlier }: Meeting): Said {
  const [mine, theirs] = [later.blocks, earlier.blocks]
  const rest = allOf(later) !== bucket || allOf(earlier) !== bucket
  if (mine === null && theirs === null)
    return {
      here: allOf(later),
      there: allOf(earlier),
      message: (file, place) => `${file} also compacts ${place}`,
      share: `split the blocks with compact.shards in both files, by the same label with different values${rest ? ' and no shard without values' : ''}`,
    }
  if (mine === null)
    return {
      here: allOf(later),
      there: shards,
      message: (file, place) =>
        `${file} compacts the blocks ${taken(earlier)} of ${place}, and this cluster compacts all blocks`,
      share: `write compact.shards here too, with label: ${theirs?.label ?? ''} and values that are not used there`,
    }
  if (theirs === null)
    return {
      here: shards,
      there: allOf(earlier),
      message: (file, place) => `${file} compacts all blocks of ${place}, including those ${taken(later)}`,
      share: `write compact.shards there too, with label: ${mine.label} and values that are not used here`,
    }
  if (mine.label !== theirs.label)
    return {
      here: [...shards, 0, 'label'],
      there: shards,
      message: (file, place) =>
        `${file} splits ${place} by ${theirs.label}, this cluster by ${mine.label}, and a block may have both labels`,
      share: `write label: ${theirs.label} here, with values that are not used there`,
    }
  const both = [...mine.values].filter((value) => theirs.values.has(value))
  return {
    here: pathOfValue(later, both[0] ?? ''),
    there: shards,
    message: (file, place) => `${file} also compacts the blocks with ${matcher(mine.label, both)} of ${place}`,
    share: `list each value of ${mine.label} in only one of the files`,
  }
}

/** What makes a cluster compact every block of its bucket: a shard for the rest, or no shards at all. */
function allOf({ cluster }: Compactor): Path {
  const rest = cluster.spec.compact.shards?.findIndex(isRest)
  return rest === undefined || rest < 0 ? bucket : [...shards, rest]
}

/** How to keep the two apart. A prefix is always possible, whatever is known of the bucket. */
function apart({ later, earlier }: Meeting): string {
  const prefixes = [[later, 'here'] as const, [earlier, `in ${earlier.cluster.path}`] as const].flatMap(
    ([{ cluster, place }, where]) =>
      place.prefix.join('/') === cluster.spec.name ? [] : [`prefix: ${cluster.spec.name} ${where}`],
  )
  const service = later.place.mayBeService ? ' (write a server inside the cluster as <service>.<namespace>.svc)' : ''
  return `name another bucket${service}, or write ${prefixes.join(' and ')}`
}

function taken({ blocks }: Compactor): string {
  return blocks === null ? '' : `with ${matcher(blocks.label, [...blocks.values])}`
}

function matcher(label: string, values: readonly string[]): string {
  const shown = values.slice(0, 3).map((value) => JSON.stringify(value))
  const rest = values.length - shown.length
  return `${label}=${shown.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`
}

function pathOfValue({ cluster }: Compactor, value: string): Path {
  const all = cluster.spec.compact.shards ?? []
  const shard = all.findIndex(({ values }) => values.includes(value))
  return [...shards, shard, 'values', all[shard]?.values.indexOf(value) ?? 0]
}

/** Looks each place of a file up once, however many clusters meet there. */
function locator(): (cluster: FleetMember, path: Path) => Place {
  const known = new Map<FleetMember, Map<string, Place>>()
  return (cluster, path) => {
    const ofCluster = known.get(cluster) ?? new Map<string, Place>()
    const key = path.join('/')
    const position = ofCluster.get(key) ?? cluster.locate(path)
    known.set(cluster, ofCluster.set(key, position))
    return position
  }
}
