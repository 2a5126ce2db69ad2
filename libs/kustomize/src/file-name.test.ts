import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { expect, test } from 'vitest'
import { fileNames } from './file-name.ts'

function named(apiVersion: string, kind: string, name: string, namespace?: string): KubeObject {
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } }
}

function namesOf(...objects: KubeObject[]): (string | undefined)[] {
  const names = fileNames(objects, 'thanos')
  return objects.map((object) => names.get(idString(object)))
}

test('kind and name, and the namespace where it is not the main one', () => {
  expect(
    namesOf(
      named('apps/v1', 'StatefulSet', 'thanos-store', 'thanos'),
      named('rbac.authorization.k8s.io/v1', 'Role', 'prometheus', 'thanos'),
      named('rbac.authorization.k8s.io/v1', 'Role', 'prometheus', 'kube-system'),
      named('v1', 'Namespace', 'thanos'),
    ),
  ).toEqual([
    'statefulset-thanos-store.yaml',
    'role-prometheus.yaml',
    'role-prometheus@kube-system.yaml',
    'namespace-thanos.yaml',
  ])
})

test('names stay apart and safe on every file system', () => {
  expect(
    namesOf(
      named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:x'),
      named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'system_x'),
      named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'System:x'),
      named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'a@b'),
    ),
  ).toEqual([
    'clusterrole-system_x.yaml',
    'clusterrole-system=5fx.yaml',
    'clusterrole-=53ystem_x.yaml',
    'clusterrole-a=40b.yaml',
  ])
})

test('objects that differ only in their group show it', () => {
  expect(
    namesOf(named('v1', 'Service', 'a', 'thanos'), named('serving.knative.dev/v1', 'Service', 'a', 'thanos')),
  ).toEqual(['service-a.yaml', 'service.serving.knative.dev-a.yaml'])
})

test('a very long name is cut but stays unique', () => {
  const [one, two] = namesOf(named('v1', 'Secret', `${'a'.repeat(240)}1`), named('v1', 'Secret', `${'a'.repeat(240)}2`))
  expect(one).not.toBe(two)
  expect(one?.length).toBeLessThan(255)
})
