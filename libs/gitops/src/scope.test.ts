import { expect, test } from 'vitest'
import { scopeOf, union } from './scope.ts'

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'thanos' } },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a', namespace: 'thanos' } },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'b', namespace: 'thanos' } },
  { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'c', namespace: 'nodes' } },
]

test('a scope names every kind once and tells objects in namespaces from those in none', () => {
  expect(scopeOf({ objects, configs: [] })).toEqual({
    namespaces: ['nodes', 'thanos'],
    clusterKinds: [{ group: '', kind: 'Namespace' }],
    namespacedKinds: [
      { group: 'apps', kind: 'DaemonSet' },
      { group: 'apps', kind: 'StatefulSet' },
    ],
  })
})

test('configuration files count as the ConfigMaps that they become', () => {
  const config = { name: 'x', namespace: 'other', files: {}, onChange: 'reload' as const }
  expect(scopeOf({ objects: [], configs: [config] })).toMatchObject({
    namespaces: ['other'],
    namespacedKinds: [{ group: '', kind: 'ConfigMap' }],
  })
})

test('a union allows what any of its parts needs', () => {
  const [some, others] = [objects.slice(0, 2), objects.slice(2)].map((part) => scopeOf({ objects: part, configs: [] }))
  expect(union(some && others ? [some, others] : [])).toEqual(scopeOf({ objects, configs: [] }))
})
