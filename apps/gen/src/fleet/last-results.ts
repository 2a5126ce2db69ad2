import { hash } from 'node:crypto'
import { readCache, writeCache } from '../files/cache.ts'
import type { Linked } from './generator.ts'
import type { FleetText } from './read-fleet.ts'
import type { ClusterResult } from './result.ts'

/** What became of a cluster in an earlier run, which running again would find too. */
export interface KeptResult {
  result: ClusterResult
  /** What `link` said of it then; undefined: it names no other cluster. */
  links: object | undefined
}

interface LastResults {
  /** Of the generator and of `fleet.yaml`, on which every cluster depends. */
  basis: string
  clusters: Record<string, KeptResult & { digest: string }>
}

function cacheName(repository: string): string {
  return `last-results-${hash('sha256', repository).slice(0, 16)}`
}

/** What every cluster depends on beside its own folder and the clusters that it names. */
function basisOf(generator: string, { text }: Pick<FleetText, 'text'>): string {
  return hash('sha256', [generator, text === undefined ? 'none' : hash('sha256', text)].join(' '))
}

/**
 * What is known of clusters whose folders are untouched since the last run, so that they need not be read again.
 * @param untouched fingerprints of these folders, by the names of the clusters
 */
export function keptResults(
  repository: string,
  generator: string,
  fleet: Pick<FleetText, 'text'>,
  untouched: ReadonlyMap<string, string>,
): Map<string, KeptResult> {
  if (untouched.size === 0) return new Map()
  const last = readCache<LastResults>(cacheName(repository))
  if (last?.basis !== basisOf(generator, fleet)) return new Map()
  return new Map(
    [...untouched].flatMap(([name, digest]): [string, KeptResult][] => {
      const kept = Object.hasOwn(last.clusters, name) ? last.clusters[name] : undefined
      return kept?.digest === digest ? [[name, { result: kept.result, links: kept.links }]] : []
    }),
  )
}

/** Keeps the results of a run for the next one, of the clusters that are certainly as planned. */
export function keepResults(
  repository: string,
  generator: string,
  fleet: Pick<FleetText, 'text'>,
  run: {
    results: readonly ClusterResult[]
    links: Linked['links']
    /** Fingerprints of these clusters' folders, by their names. */
    digests: ReadonlyMap<string, string>
  },
): void {
  const clusters = run.results.flatMap((result): [string, LastResults['clusters'][string]][] => {
    const { name, counts } = result
    const digest = run.digests.get(name)
    if (digest === undefined || counts === undefined) return []
    const { objects, written, unchanged } = counts
    const again = { objects, written: 0, unchanged: unchanged + written, removed: 0 }
    return [[name, { result: { ...result, counts: again, milliseconds: 0 }, links: run.links.get(name), digest }]]
  })
  const kept: LastResults = { basis: basisOf(generator, fleet), clusters: Object.fromEntries(clusters) }
  writeCache(cacheName(repository), kept)
}
