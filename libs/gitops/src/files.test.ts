import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { gitopsFiles } from './files.ts'
import { fleet, fleetCluster } from './testing.ts'

const clusters = [fleetCluster('b'), fleetCluster('a')]

test('Argo CD has one folder, Flux one file for each cluster', () => {
  expect([...gitopsFiles(clusters, fleet).keys()].toSorted()).toEqual([
    'overlays/gitops/argocd/applicationset-thanos-fleet.yaml',
    'overlays/gitops/argocd/appproject-thanos-fleet.yaml',
    'overlays/gitops/argocd/kustomization.yaml',
    'overlays/gitops/flux/a.yaml',
    'overlays/gitops/flux/b.yaml',
  ])
})

test('no name of a cluster makes a folder to build of the folder of files', () => {
  expect([...gitopsFiles([fleetCluster('kustomization')], fleet).keys()]).toContain(
    'overlays/gitops/flux/kustomization.flux.yaml',
  )
})

test('without clusters there are the objects of Argo CD, which deploy nothing', () => {
  expect([...gitopsFiles([], fleet).keys()].toSorted()).toEqual([
    'overlays/gitops/argocd/applicationset-thanos-fleet.yaml',
    'overlays/gitops/argocd/appproject-thanos-fleet.yaml',
    'overlays/gitops/argocd/kustomization.yaml',
  ])
})

test('the order of the clusters does not matter', () => {
  expect(gitopsFiles(clusters.toReversed(), fleet)).toEqual(gitopsFiles(clusters, fleet))
})

test('the Flux of a cluster applies this cluster only, and deletes nothing when it is taken away', () => {
  const text = gitopsFiles(clusters, fleet).get('overlays/gitops/flux/a.yaml') ?? ''
  const [source, sync] = parseAllDocuments(text).map((document) => document.toJS())
  expect(source).toMatchObject({
    kind: 'GitRepository',
    spec: { sparseCheckout: ['clusters/a', 'overlays/base/prometheus', 'overlays/sidecar-mode'] },
  })
  expect(sync).toMatchObject({
    kind: 'Kustomization',
    spec: {
      path: './clusters/a',
      prune: true,
      wait: true,
      deletionPolicy: 'Orphan',
      sourceRef: { name: source.metadata.name },
    },
  })
})
