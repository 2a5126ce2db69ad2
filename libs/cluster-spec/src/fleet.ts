import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { LoadedCluster } from './load.ts'
import type { ObjectStore } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** Rules between clusters: names and external labels must tell each from all others, and no bucket has two Compacts. */
export function checkFleet(clusters: readonly LoadedCluster[]): Diagnostic[] {
  return [
    ...unique(
      clusters,
      ({ spec }) => spec.name,
      ['name'],
      (name, first) => ({
        code: 'duplicate-cluster',
        message: `${first} is called "${name}" too`,
        remedy: 'give each cluster its own name',
      }),
    ),
    ...unique(
      clusters,
      ({ spec }) => labelText(spec.externalLabels),
      ['externalLabels'],
      (labels, first) => ({
        code: 'equal-external-labels',
        message:
          `${first} has the same external labels, ${labels}: series and blocks of the two` +
          ' could not be told apart',
        remedy: 'change one label, for example cluster: <name>',
      }),
    ),
    ...unique(
      clusters.filter(({ spec }) => spec.compact.shards === null),
      ({ spec }) => bucketText(spec.objectStore),
      ['objectStore'],
      (bucket, first) => ({
        code: 'bucket-compacted-twice',
        message: `${first} compacts ${bucket} too: two Compacts on the same blocks destroy them`,
        remedy: 'give each cluster its own bucket or prefix, or share the blocks out by compact.shards',
      }),
    ),
  ]
}

/**
 * The bucket in words that are equal for two clusters exactly if they mean one bucket. A FILESYSTEM bucket, and a
 * server that is reached as a Service, belong to their cluster alone.
 */
function bucketText(store: ObjectStore): string | null {
  if (store.type === 'FILESYSTEM') return null
  const endpoint = 'endpoint' in store ? (store.endpoint ?? '') : ''
  if (/\.svc(\.|:|\/|$)/.test(endpoint)) return null
  const place = [
    'bucket' in store ? store.bucket : store.container,
    ...(endpoint === '' ? [] : [`at ${endpoint}`]),
    ...('region' in store && store.region !== null ? [`in ${store.region}`] : []),
    ...('storageAccount' in store ? [`of ${store.storageAccount}`] : []),
    ...('authUrl' in store ? [`of ${store.projectName} at ${store.authUrl}`] : []),
    ...(store.prefix === '' ? [] : [`below ${store.prefix}`]),
  ]
  return `the ${store.type} bucket ${place.join(' ')}`
}

function labelText(labels: Record<string, string>): string {
  return `{${Object.entries(labels)
    .toSorted()
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`
}

function unique(
  clusters: readonly LoadedCluster[],
  key: (cluster: LoadedCluster) => string | null,
  path: Path,
  problem: (value: string, firstFile: string) => Pick<Diagnostic, 'code' | 'message' | 'remedy'>,
): Diagnostic[] {
  const first = new Map<string, string>()
  return clusters.flatMap((cluster): Diagnostic[] => {
    const value = key(cluster)
    if (value === null) return []
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, cluster.path)
    return earlier === undefined
      ? []
      : [{ severity: 'error', file: cluster.path, ...cluster.locate(path), ...problem(value, earlier) }]
  })
}
