import { describe, expect, it } from 'vitest'
import type { ClusterSpec, RemoteObjectStore } from '@thanos-fleet/cluster-spec'
import { loadCluster } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { clusters, missingComponents, objectsOf, podsOf, withSections } from './testing.ts'

const labels = { 'cost-center': '4711' }
const annotations = { 'example.com/owner': 'metrics team' }

it('the clusters of these tests have all components with pods', () => {
  expect(missingComponents()).toEqual([])
})

describe.each(clusters)('labels and annotations of all: %s', (_, spec) => {
  const objects = objectsOf({ ...spec, labels, annotations })
  const before = objectsOf(spec)

  it('are on every object and every pod', () => {
    const places = [...objects, ...podsOf(objects).map(({ pods }) => pods)]
    expect(places.length).toBeGreaterThan(20)
    expect(places.filter(({ metadata }) => metadata?.labels?.['cost-center'] !== '4711')).toEqual([])
    expect(places.filter(({ metadata }) => metadata?.annotations?.['example.com/owner'] !== 'metrics team')).toEqual([])
  })

  it('change nothing else: no selector, no claim template', () => {
    expect(withoutMarks(objects)).toEqual(withoutMarks(before))
    const said = objects.map((object) => JSON.stringify({ ...object, metadata: {} }))
    const inside = said.join('').split('"cost-center"').length - 1
    expect(inside).toBe(podsOf(objects).length)
  })
})

/** The objects without labels and annotations of themselves and of their pods, and of ConfigMaps the files' hash. */
function withoutMarks(objects: readonly KubeObject[]): unknown[] {
  return objects.map((object) => {
    const copy: KubeObject = structuredClone(object)
    delete copy.metadata.labels
    delete copy.metadata.annotations
    for (const { pods } of podsOf([copy])) pods.metadata = {}
    return copy
  })
}

describe('a label or annotation of ours', () => {
  const owned = new Set(
    clusters.flatMap(([, spec]) => {
      const objects = objectsOf(withoutOwn(spec))
      return [...objects, ...podsOf(objects).map(({ pods }) => pods)].flatMap(({ metadata }) => [
        ...Object.keys(metadata?.labels ?? {}),
        ...Object.keys(metadata?.annotations ?? {}),
      ])
    }),
  )

  it.each([...owned])('cannot be set for all: %s', (name) => {
    for (const section of ['labels', 'annotations']) {
      expect(codesOf(`${section}: { ${name}: a }`)).toContain('owned-label')
    }
  })

  it('leaves all other names free', () => {
    expect(owned.size).toBeGreaterThan(5)
    expect(codesOf('labels: { cost-center: a, app.kubernetes.io/managed-by: a }')).toEqual([])
    expect(codesOf('annotations: { sidecar.istio.io/inject: "false" }')).toEqual([])
  })
})

/** A cluster without what people set themselves. */
function withoutOwn(cluster: ClusterSpec): ClusterSpec {
  const spec = withSections(
    {
      ...cluster,
      ingress: cluster.ingress === null ? null : { ...cluster.ingress, annotations: {} },
      labels: {},
      annotations: {},
      pods: { ...cluster.pods, labels: {}, annotations: {} },
    },
    () => ({ podLabels: {}, podAnnotations: {} }),
  )
  const { objectStore } = spec
  const additionalBuckets = spec.additionalBuckets.map((bucket) => ({
    ...bucket,
    objectStore: withoutMarksOfIdentity(bucket.objectStore),
  }))
  if (objectStore === null || objectStore.type === 'FILESYSTEM') return spec
  return { ...spec, objectStore: withoutMarksOfIdentity(objectStore), additionalBuckets }
}

function withoutMarksOfIdentity(store: RemoteObjectStore): RemoteObjectStore {
  if (!('workloadIdentity' in store.credentials)) return store
  return { ...store, credentials: { workloadIdentity: { annotations: {}, podLabels: {} } } }
}

function codesOf(lines: string): string[] {
  const text = `name: x\nmode: sidecar-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\n${lines}\n`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
