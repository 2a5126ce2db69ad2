import { describe, expect, test } from 'vitest'
import { sameObjectKey, scopeOfKind } from './scopes.ts'

describe('the scope of a kind', () => {
  test.each([
    ['', 'Namespace', 'cluster'],
    ['', 'Secret', 'namespace'],
    ['apps', 'Deployment', 'namespace'],
    ['rbac.authorization.k8s.io', 'ClusterRole', 'cluster'],
    ['rbac.authorization.k8s.io', 'Role', 'namespace'],
    ['security.openshift.io', 'SecurityContextConstraints', 'cluster'],
    ['external-secrets.io', 'ClusterSecretStore', 'cluster'],
    ['external-secrets.io', 'ExternalSecret', 'namespace'],
    ['example.com', 'Widget', undefined],
    ['constructor', 'toString', undefined],
  ])('%s/%s: %s', (group, kind, scope) => {
    expect(scopeOfKind(group, kind)).toBe(scope)
  })
})

test('an object is the same by another version, and by the group that its kind has left', () => {
  const key = (apiVersion: string, kind: string) => sameObjectKey({ apiVersion, kind, metadata: { name: 'a' } })
  expect(key('apps/v1beta1', 'Deployment')).toBe(key('apps/v1', 'Deployment'))
  expect(key('extensions/v1beta1', 'Ingress')).toBe(key('networking.k8s.io/v1', 'Ingress'))
  expect(key('events.k8s.io/v1', 'Event')).toBe(key('v1', 'Event'))
  expect(key('example.com/v1', 'Ingress')).not.toBe(key('networking.k8s.io/v1', 'Ingress'))
})
