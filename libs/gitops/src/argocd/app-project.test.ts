import { expect, test } from 'vitest'
import { fleet, fleetCluster } from '../testing.ts'
import { appProject } from './app-project.ts'

const scope = {
  namespaces: ['thanos', 'thanos-nodes'],
  clusterKinds: [{ group: 'storage.k8s.io', kind: 'StorageClass' }],
  namespacedKinds: [],
}

test('a cluster may be written to in its own namespaces only', () => {
  const { spec } = appProject([fleetCluster('a'), fleetCluster('b', { scope })], fleet.spec)
  expect(spec.destinations).toEqual([
    { name: 'a', namespace: 'thanos' },
    { name: 'b', namespace: 'thanos' },
    { name: 'b', namespace: 'thanos-nodes' },
  ])
  expect(spec.sourceRepos).toEqual([fleet.spec.repository.argocdUrl])
})

test('without clusters nothing may be written anywhere', () => {
  const { spec } = appProject([], fleet.spec)
  expect(spec).toMatchObject({ destinations: [], clusterResourceWhitelist: [] })
})

test('of objects outside of namespaces, exactly the kinds that some cluster has are allowed', () => {
  const { spec } = appProject([fleetCluster('a'), fleetCluster('b', { scope })], fleet.spec)
  expect(spec.clusterResourceWhitelist).toEqual([
    { group: '', kind: 'Namespace' },
    { group: 'storage.k8s.io', kind: 'StorageClass' },
  ])
})

test('no wildcard widens the project', () => {
  expect(JSON.stringify(appProject([fleetCluster('a', { scope })], fleet.spec))).not.toContain('*')
})

test('pods of the workloads can be seen', () => {
  const { spec } = appProject([fleetCluster('a')], fleet.spec)
  expect(spec.namespaceResourceWhitelist).toContainEqual({ group: 'apps', kind: 'StatefulSet' })
  expect(spec.namespaceResourceWhitelist).toContainEqual({ group: '', kind: 'Pod' })
})
