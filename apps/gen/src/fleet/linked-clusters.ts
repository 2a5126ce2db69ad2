import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { locateIn } from '@thanos-fleet/cluster-spec'
import type { Generator, Linked, Named } from './generator.ts'
import { clusterPath, type Listing } from './list-clusters.ts'
import { readCluster } from './read-cluster.ts'

/** A cluster with what others are to it, and what is wrong between them. */
export type LinkedClusters<Spec extends Named> = (spec: Spec) => { spec: Spec; diagnostics: Diagnostic[] }

/**
 * For commands that look at single clusters: adds to one what others are to it. The others are read when the first one
 * names any.
 */
export function linkedClusters<Spec extends Named>(
  repository: string,
  listing: Listing,
  generator: Generator<Spec>,
): LinkedClusters<Spec> {
  let linked: Linked | undefined
  return (spec) => {
    if (generator.dependsOnOthers?.(spec) !== true) return { spec, diagnostics: [] }
    linked ??= linkAll(repository, listing, generator)
    const links = linked.links.get(spec.name)
    const file = clusterPath(spec.name)
    return {
      spec: links === undefined ? spec : (generator.linked?.(spec, links) ?? spec),
      diagnostics: linked.diagnostics.filter((one) => one.file === file),
    }
  }
}

function linkAll<Spec extends Named>(repository: string, listing: Listing, generator: Generator<Spec>): Linked {
  const members = listing.names.flatMap((name) => {
    const { spec, places } = readCluster(repository, name, generator)
    if (spec === undefined) return []
    return [{ path: clusterPath(name), view: generator.view(spec), locate: locateIn(places ?? {}) }]
  })
  const names = { names: listing.names, gone: listing.abandoned }
  return generator.link?.(members, names) ?? { links: new Map(), diagnostics: [] }
}
