import { idOf, isGroupOfKubernetes, type KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { clusters, objectsOf, podsOf } from './everywhere/testing.ts'
import { textsAt } from './patches/read.ts'
import { prerequisitesSection } from './prerequisites-page.ts'
import { prerequisitesOf, providers } from './prerequisites.ts'

const all = clusters.map(([name, spec]): [string, KubeObject[]] => [name, objectsOf(spec)])
const isForeign = (object: KubeObject) => !isGroupOfKubernetes(idOf(object).group)
const annotation = (object: KubeObject, name: string) => object.metadata.annotations?.[`argocd.argoproj.io/${name}`]
const claim = (spec: object): KubeObject => {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'a', namespace: 'b' }, ...{ spec } }
}

describe('prerequisites', () => {
  it('name every kind that is not of Kubernetes, with what it comes with and the setting that needs it', () => {
    for (const [name, objects] of all) {
      const { kinds } = prerequisitesOf({ objects })
      expect(
        kinds.filter(({ provider }) => provider === null),
        name,
      ).toEqual([])
      const named = kinds.flatMap((needed) => needed.kinds.map((kind) => `${needed.apiVersion} ${kind}`))
      const used = new Set(objects.filter(isForeign).map(({ apiVersion, kind }) => `${apiVersion} ${kind}`))
      expect(named.toSorted(), name).toEqual([...used].toSorted())
    }
  })

  it('know no provider of which nothing is generated', () => {
    const groups = new Set(all.flatMap(([, objects]) => objects.filter(isForeign).map((object) => idOf(object).group)))
    expect([...groups].toSorted()).toEqual(Object.keys(providers).toSorted())
  })

  it('include kinds of people, unless their definition comes along', () => {
    const own = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a', namespace: 'b' } }
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: { group: 'example.com', names: { kind: 'Widget' } },
    }
    expect(prerequisitesSection({ objects: [own] }).join('\n')).toContain('Widget (`example.com/v1`) | `objects/`')
    expect(prerequisitesOf({ objects: [own, definition] }).kinds).toEqual([])
  })

  it('include StorageClasses that the stack does not bring, and the default one where none is named', () => {
    const claims = [claim({}), claim({ storageClassName: 'fast' }), claim({ storageClassName: '' })]
    expect(prerequisitesOf({ objects: claims }).storageClasses).toEqual([null, 'fast'])
    const own = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' } }
    expect(prerequisitesOf({ objects: [...claims, own] }).storageClasses).toEqual([null])
  })

  it('include the Metrics API exactly where something is autoscaled', () => {
    const needing = all.filter(([, objects]) => prerequisitesOf({ objects }).metricsApi).map(([name]) => name)
    expect(needing).toEqual(clusters.filter(([, spec]) => isScaled(spec)).map(([name]) => name))
    expect(needing.length).toBeGreaterThan(0)
  })
})

function isScaled({ query, queryFrontend, receive }: (typeof clusters)[number][1]): boolean {
  const router = receive.router.autoscaling
  return [query.autoscaling, queryFrontend?.autoscaling ?? null, router].some((one) => one !== null)
}

describe('Argo CD applies', () => {
  it('what publishes pages after the pods, and does not ask first whether its kind exists', () => {
    const published = all.flatMap(([, objects]) => {
      // Where pods show the certificate of the hosts themselves, it is made before them.
      const isShown = JSON.stringify(podsOf(objects).map((one) => one.pods)).includes('"thanos-ingress-tls"')
      return objects
        .filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === 'ingress')
        .filter(({ kind }) => kind !== 'Certificate' || !isShown)
    })
    expect(published.length).toBeGreaterThan(0)
    for (const object of published) {
      expect(annotation(object, 'sync-wave')).toBe('1')
      const skips = annotation(object, 'sync-options') === 'SkipDryRunOnMissingResource=true'
      expect(skips, object.kind).toBe(isForeign(object))
    }
  })

  it('nothing after the pods that a pod waits for, or the pods would never be healthy', () => {
    for (const [name, objects] of all) {
      const pods = JSON.stringify(podsOf(objects).map((one) => one.pods))
      const later = objects.filter((object) => Number(annotation(object, 'sync-wave') ?? 0) > 0)
      const secrets = later.flatMap((object) => [
        ...textsAt(object, 'spec', 'secretName'),
        ...textsAt(object, 'spec', 'target', 'name'),
      ])
      expect(
        secrets.filter((secret) => pods.includes(JSON.stringify(secret))),
        name,
      ).toEqual([])
      expect(later.filter(({ kind }) => ['Secret', 'ConfigMap', 'Service', 'ServiceAccount'].includes(kind))).toEqual(
        [],
      )
    }
  })
})
