import type { V1Pod } from '@kubernetes/client-node'
import { expect, it } from 'vitest'
import { canMove } from './nodes.ts'

const pod = (kind: string, volumes: NonNullable<V1Pod['spec']>['volumes'] = []): V1Pod => ({
  metadata: { name: 'a', ownerReferences: [{ apiVersion: 'apps/v1', kind, name: 'a', uid: '1' }] },
  spec: { containers: [], volumes },
})

it('moves what a Deployment makes anew elsewhere', () => {
  expect(canMove(pod('ReplicaSet'))).toBe(true)
  expect(canMove(pod('ReplicaSet', [{ name: 'secret', secret: { secretName: 'a' } }]))).toBe(true)
})

it('leaves what would wait for its volume, and what is on each node', () => {
  expect(canMove(pod('ReplicaSet', [{ name: 'data', persistentVolumeClaim: { claimName: 's3' } }]))).toBe(false)
  expect(canMove(pod('DaemonSet'))).toBe(false)
})
