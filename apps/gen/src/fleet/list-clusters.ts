import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { indexName } from '../files/ownership.ts'
import { problem } from '../files/problems.ts'
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
    try {
      if (exists(join(repository, root, 'cluster.yaml'))) listing.names.push(name)
      else if (exists(join(repository, root, indexName))) listing.abandoned.push(name)
    } catch (error) {
      listing.diagnostics.push(problem.unreadable(root, errorCode(error)))
    }
  }
  listing.names.sort()
  return listing
}

/** Unlike `existsSync`, does not take what may not be read for what is not there. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function readClusters(repository: string, listing: Listing): Tree {
  try {
    return listTree(join(repository, clustersFolder), false)
  } catch (error) {
    listing.diagnostics.push(problem.unreadable(clustersFolder, errorCode(error)))
    return new Map()
  }
}
