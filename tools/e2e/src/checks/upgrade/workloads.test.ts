import type { V1Pod, V1PodDisruptionBudget } from '@kubernetes/client-node'
import { image, shippedVersions } from '@thanos-fleet/images'
import { describe, expect, it } from 'vitest'
import { object } from '../../servers/objects.ts'
import { withNextThanos } from './next.ts'
import { brokenBudgets, prunedAtStart, restarted } from './watch.ts'
import { upgraded } from './workloads.ts'

const workload = (kind: string, name: string, image: string) =>
  object(
    'apps/v1',
    kind,
    { name, namespace: 'x', labels: { 'app.kubernetes.io/name': name } },
    { spec: { template: { spec: { containers: [{ image }] } } } },
  )

it('upgrades what has another image, what is read before what reads it', () => {
  const objects = (tag: string) => [
    workload('Deployment', 'thanos-query', `t:${tag}`),
    workload('StatefulSet', 'thanos-store', `t:${tag}`),
    workload('StatefulSet', 'alertmanager', 'a:1'),
    workload('Deployment', 'thanos-query-frontend', `t:${tag}`),
  ]
  expect(upgraded(objects('1'), objects('2'))).toEqual(['thanos-store', 'thanos-query', 'thanos-query-frontend'])
  expect(upgraded(objects('1'), objects('1'))).toEqual([])
})

it('takes one image from another channel, and the others as before', () => {
  const versions = withNextThanos(shippedVersions, 'v9')
  expect(image('thanos', 'next', versions)).toMatch(/\/thanos:v9$/)
  expect(image('thanos', 'stable', versions)).toBe(image('thanos', 'stable'))
  expect(image('prometheus', 'next', versions)).toBe(image('prometheus', 'stable'))
})

const shardNameOf = ({ metadata }: V1Pod) => metadata?.ownerReferences?.[0]?.name

describe('disruption budgets', () => {
  const pod = (ready: boolean, leaving = false): V1Pod => ({
    metadata: { labels: { app: 'a' }, ...(leaving ? { deletionTimestamp: new Date() } : {}) },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  })
  const budget: V1PodDisruptionBudget = {
    metadata: { name: 'a' },
    spec: { selector: { matchLabels: { app: 'a' } } },
    status: { desiredHealthy: 2, currentHealthy: 3, disruptionsAllowed: 1, expectedPods: 3 },
  }

  it('are broken by fewer Ready pods than they ask for, and by nothing else', () => {
    expect(brokenBudgets([budget], [pod(true), pod(true), pod(false)])).toEqual([])
    expect(brokenBudgets([budget], [pod(true), pod(true, true), pod(false)])).toEqual([
      'a: 1 Ready, the budget asks for 2',
    ])
  })

  it('let each shard and each hashring miss as many, but not zones', () => {
    const shard = (app: string, owner: string, ready: boolean): V1Pod => ({
      ...pod(ready),
      metadata: {
        labels: { app },
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: owner, uid: owner }],
      },
    })
    const of = (app: string): V1PodDisruptionBudget => ({
      metadata: { name: app },
      spec: { selector: { matchLabels: { app } } },
      status: { desiredHealthy: 3, currentHealthy: 4, disruptionsAllowed: 1, expectedPods: 4 },
    })
    const half = (app: string) => ['0', '1'].flatMap((n) => [shard(app, n, true), shard(app, n, false)])
    expect(brokenBudgets([of('thanos-store')], half('thanos-store'))).toEqual([])
    const without = half('thanos-store').map((one) =>
      shardNameOf(one) === '1' ? shard('thanos-store', '1', false) : one,
    )
    expect(brokenBudgets([of('thanos-store')], without)).toEqual(['thanos-store 1: 0 Ready, the budget asks for 1'])
    expect(brokenBudgets([of('thanos-receive-ingestor')], half('thanos-receive-ingestor'))).toEqual([
      'thanos-receive-ingestor: 2 Ready, the budget asks for 3',
    ])
    const rings = half('thanos-receive-ingestor').map((one): V1Pod => {
      const labels = { ...one.metadata?.labels, 'thanos-fleet/hashring': shardNameOf(one) ?? '' }
      return { ...one, metadata: { ...one.metadata, labels } }
    })
    expect(brokenBudgets([of('thanos-receive-ingestor')], rings)).toEqual([])
  })
})

describe('a container that was started again', () => {
  const pod = (name: string, message: string): V1Pod => ({
    metadata: { name },
    status: {
      containerStatuses: [
        {
          ...{ name: 'c', image: 'i', imageID: 'i', ready: true, restartCount: 1 },
          lastState: { terminated: { exitCode: 2, message } },
        },
      ],
    },
  })

  it('is a fault of the rollout, unless Thanos ended it as it looked for tenants to prune', () => {
    const pods = [
      pod('other', 'panic: runtime error'),
      pod('pruning', 'panic: …\npkg/receive.(*tenant).shouldBeMarkedInactive(0x1)'),
    ]
    expect(restarted(pods)).toEqual(['other: c was restarted 1 times'])
    expect(prunedAtStart(pods)).toEqual(['pruning'])
  })
})
