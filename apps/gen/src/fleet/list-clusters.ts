import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isBystander, looksLikeInput } from '../files/bystanders.ts'
import { indexName } from '../files/ownership.ts'
import { problem } from '../files/problems.ts'
import { errorCode, type Kind, listTree, type Tree } from '../files/tree.ts'
import { withoutClusterYaml } from './without-cluster-yaml.ts'

/** The folder of all clusters, from the repository's root. */
export const clustersFolder = 'clusters'

/** From the repository's root. */
export function clusterPath(name: string): string {
  return `${clustersFolder}/${name}/cluster.yaml`
}

/** What all clusters have in common. */
export const fleetFile = 'fleet.yaml'

const schemas = ['cluster.schema.json', 'fleet.schema.json']

export interface Listing {
  /** Folders with a cluster.yaml, in alphabetical order. */
  names: string[]
  /** Folders whose cluster.yaml is gone, but not what was generated from it. */
  abandoned: string[]
  /** What lies in `clusters/` and is no cluster. */
  diagnostics: Diagnostic[]
}

/** Finds the clusters of the repository. */
export function listClusters(repository: string): Listing {
  const listing: Listing = { names: [], abandoned: [], diagnostics: [] }
  for (const [name, kind] of readClusters(repository, listing)) {
    if (isBystander(name)) continue
    if (kind !== 'directory') listing.diagnostics.push(...looseFile(name, kind))
    else addFolder(repository, name, listing)
  }
  listing.names.sort()
  return listing
}

/** Names are compared as they are written: some file systems also find `Cluster.yaml` under the name cluster.yaml. */
function addFolder(repository: string, name: string, listing: Listing): void {
  const root = `${clustersFolder}/${name}`
  try {
    if (readdirSync(join(repository, root)).includes('cluster.yaml')) {
      listing.names.push(name)
      return
    }
    const { diagnostics, mayBeEmptied } = withoutClusterYaml(repository, root)
    listing.diagnostics.push(...diagnostics)
    if (mayBeEmptied) listing.abandoned.push(name)
  } catch (error) {
    listing.diagnostics.push(problem.unreadable(root, errorCode(error)))
  }
}

/** A file of `clusters/` itself, where people may only leave texts to read. */
function looseFile(name: string, kind: Kind): Diagnostic[] {
  const file = `${clustersFolder}/${name}`
  // Read by itself, as a cluster.yaml is: it may be a link that stays in the repository.
  if (name === fleetFile) return []
  if (kind === 'link') return [problem.link(file)]
  if (kind === 'file' && (schemas.includes(name) || name === indexName || /\.md$/i.test(name))) return []
  const remedy = /^fleet\.ya?ml$/i.test(name)
    ? `rename it to ${clustersFolder}/${fleetFile}, from which the settings of the fleet are read`
    : 'move it into the folder of a cluster, clusters/<name>/ with a cluster.yaml, or remove it'
  const severity = kind === 'other' || looksLikeInput(name) ? 'error' : 'warning'
  return [{ severity, code: 'loose-file', file, message: 'not a cluster, and not read by anything', remedy }]
}

function readClusters(repository: string, listing: Listing): Tree {
  try {
    return listTree(join(repository, clustersFolder), false)
  } catch (error) {
    listing.diagnostics.push(problem.unreadable(clustersFolder, errorCode(error)))
    return new Map()
  }
}
