import { checkFleet, type ClusterFolder, clusterJsonSchema } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import fc from 'fast-check'
import type { Accepted } from './accepted-cluster.ts'
import { documents } from './arbitrary.ts'
import { readEachOther, sendToEachOther } from './each-other.ts'
import { repaired } from './repair.ts'

/** What became of the documents that were made. */
export interface RandomFleet {
  clusters: Accepted[]
  /** How many were accepted as they were made. */
  atOnce: number
  /** Why others were not, even after repair. */
  refused: string[]
}

/**
 * Makes documents from the schema until so many clusters are accepted, alone and together.
 * @param seed equal seeds give equal fleets
 */
export function randomFleet(size: number, seed: number, folder: ClusterFolder): RandomFleet {
  const fleet: RandomFleet = { clusters: [], atOnce: 0, refused: [] }
  const made = fc.sample(documents(clusterJsonSchema()), { seed, numRuns: size * 4 })
  for (const [index, document] of made.entries()) {
    if (fleet.clusters.length === size) break
    const name = `c${seed}-${index}`
    const result = repaired(apart(document, name), name, folder)
    if (!result.accepted) {
      fleet.refused.push(...result.messages)
      continue
    }
    const { text, cluster, removed } = result
    fleet.clusters.push({ name, text, cluster })
    if (removed === 0) fleet.atOnce += 1
  }
  readEachOther(fleet.clusters, folder)
  sendToEachOther(fleet.clusters, folder)
  const meeting = checkFleet(fleet.clusters.map(({ cluster }) => cluster))
  if (meeting.length > 0) throw new Error(JSON.stringify(meeting))
  if (fleet.clusters.length === size) return fleet
  throw new Error(
    `of ${made.length} documents only ${fleet.clusters.length} were accepted: ${fleet.refused.join('\n')}`,
  )
}

/** Gives a document what no other cluster of the fleet may have. */
function apart(document: unknown, name: string): object {
  if (!isObject(document)) throw new TypeError('the schema is not of a mapping')
  const { externalLabels, objectStore, gitops, query, sendsTo: _unknown, ...rest } = document
  const inCluster = isObject(gitops) && gitops['destination'] === 'in-cluster'
  return {
    ...rest,
    name,
    ...(isObject(query) ? { query: { ...query, clusters: [] } } : {}),
    ...(isObject(externalLabels) ? { externalLabels: { ...externalLabels, cluster: name } } : {}),
    ...(isObject(objectStore) ? { objectStore: bucketOf(objectStore, name) } : {}),
    // Only one stack can be where Argo CD is.
    ...(gitops === undefined || inCluster ? {} : { gitops }),
  }
}

function bucketOf(objectStore: Record<string, unknown>, name: string): object {
  const key = 'container' in objectStore ? 'container' : 'bucket'
  return key in objectStore ? { ...objectStore, [key]: name } : objectStore
}
