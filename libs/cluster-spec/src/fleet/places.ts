import type { Place } from '../fleet-file/sources.ts'
import type { LoadedCluster } from '../load.ts'
import type { Path } from '../yaml/position.ts'
import type { FleetView } from './view.ts'

/** A cluster as the comparison with the others of its fleet takes it. */
export type FleetMember = Pick<LoadedCluster, 'path'> & { spec: FleetView; locate: (path: Path) => Place }

/** Where settings of a file stand, by their paths: plain data, without the file. */
export type Places = Readonly<Record<string, Place>>

/** The settings that every cluster may be told of another one at. */
const ofAll: readonly Path[] = [['name'], ['externalLabels'], ['objectStore'], ['gitops', 'destination']]

/**
 * The positions that comparing a cluster with others may ask for. They are kept for a whole fleet, and sent between
 * threads, where the parsed files would take too much memory.
 */
export function placesOf({ spec, locate }: FleetMember): Places {
  const shards: Path = ['compact', 'shards']
  const ofShards = (spec.compact.shards ?? []).flatMap(({ values }, index): Path[] => {
    const shard = [...shards, index]
    return [shard, [...shard, 'label'], ...values.map((_, value) => [...shard, 'values', value])]
  })
  const others: Path = ['query', 'clusters']
  const named =
    spec.query.clusters.length === 0 ? [] : [others, ...spec.query.clusters.map((_, index): Path => [...others, index])]
  const published = (['queryGrpc', 'remoteWrite'] as const).flatMap((page): Path[] =>
    (spec.ingress?.hosts[page] ?? null) === null ? [] : [['ingress', 'hosts', page]],
  )
  const sent: Path[] = spec.sendsTo === null ? [] : [['sendsTo']]
  const paths = [
    ...ofAll,
    ...named,
    ...sent,
    ...published,
    ...(spec.compact.shards === null ? [] : [shards]),
    ...ofShards,
  ]
  return Object.fromEntries(paths.map((path) => [keyOf(path), locate(path)]))
}

/** Looks positions up that were kept: that of a setting, or the nearest kept one above it. */
export function locateIn(places: Places): (path: Path) => Place {
  return function locate(path): Place {
    if (path.length === 0) return { line: 1, column: 1 }
    return places[keyOf(path)] ?? locate(path.slice(0, -1))
  }
}

function keyOf(path: Path): string {
  return path.join('/')
}
