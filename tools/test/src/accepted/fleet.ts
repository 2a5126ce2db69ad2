import {
  checkFleet,
  type ClusterFolder,
  clusterJsonSchema,
  linkFleet,
  loadCluster,
  type LoadedCluster,
  publishedAt,
} from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { documents } from './arbitrary.ts'
import { repaired } from './repair.ts'

/** A cluster.yaml that is accepted. */
export interface Accepted {
  name: string
  text: string
  cluster: LoadedCluster
}

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
  const meeting = checkFleet(fleet.clusters.map(({ cluster }) => cluster))
  if (meeting.length > 0) throw new Error(JSON.stringify(meeting))
  if (fleet.clusters.length === size) return fleet
  throw new Error(
    `of ${made.length} documents only ${fleet.clusters.length} were accepted: ${fleet.refused.join('\n')}`,
  )
}

/**
 * Lets clusters that show a certificate read published ones that were made before them: names of others cannot be chosen
 * before there are any. What is refused between the two is left out again.
 */
function readEachOther(clusters: Accepted[], folder: ClusterFolder): void {
  for (const [index, hub] of clusters.entries()) {
    if (hub.cluster.spec.identity === null) continue
    const leaves = clusters
      .slice(0, index)
      .filter(({ cluster }) => publishedAt(cluster.spec) !== null && cluster.spec.query.clusters.length === 0)
    const names = leaves.map(({ name }) => name).filter((_, order) => (order + index) % 3 !== 0)
    const text = reading(hub.text, names)
    const loaded = loadCluster({ path: hub.cluster.path, text }, folder)
    if (!loaded.ok) continue
    const { links, diagnostics } = linkFleet([...leaves.map(({ cluster }) => cluster), loaded], {
      names: [...leaves.map(({ name }) => name), hub.name],
      gone: [],
    })
    const own = links.get(hub.name)
    if (own === undefined || diagnostics.some(({ severity }) => severity === 'error')) continue
    clusters[index] = { ...hub, text, cluster: { ...loaded, spec: { ...loaded.spec, links: own } } }
  }
}

function reading(text: string, names: readonly string[]): string {
  const document = parseDocument(text)
  document.setIn(['query', 'clusters'], names)
  return document.toString()
}

/** Gives a document what no other cluster of the fleet may have. */
function apart(document: unknown, name: string): object {
  if (!isObject(document)) throw new TypeError('the schema is not of a mapping')
  const { externalLabels, objectStore, gitops, query, ...rest } = document
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
