import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '../files/problems.ts'
import { wasGenerated } from '../files/plan.ts'
import { errorCode, listTree, type Tree } from '../files/tree.ts'

/** The folder of all clusters, from the repository's root. */
export const clustersFolder = 'clusters'

export interface Listing {
  /** Folders with a cluster.yaml, in alphabetical order. */
  names: string[]
  /** Folders whose cluster.yaml is gone, but not what was generated from it. */
  abandoned: string[]
  diagnostics: Diagnostic[]
}

/** Finds the clusters of the repository. */
export function listClusters(repository: string): Listing {
  const listing: Listing = { names: [], abandoned: [], diagnostics: [] }
  for (const [name, kind] of readClusters(repository, listing)) {
    const root = `${clustersFolder}/${name}`
    if (kind === 'link') listing.diagnostics.push(problem.link(root))
    if (kind !== 'directory' || name.startsWith('.')) continue
    if (existsSync(join(repository, root, 'cluster.yaml'))) listing.names.push(name)
    else if (wasGenerated(repository, root)) listing.abandoned.push(name)
  }
  listing.names.sort()
  return listing
}

function readClusters(repository: string, listing: Listing): Tree {
  try {
    return listTree(join(repository, clustersFolder), false)
  } catch (error) {
    listing.diagnostics.push(problem.unreadable(clustersFolder, errorCode(error)))
    return new Map()
  }
}
