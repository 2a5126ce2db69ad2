import { KubeConfig } from '@kubernetes/client-node'
import { afterEach, describe, expect, test } from 'vitest'
import { FakeApiServer } from './testing/fake-api-server.ts'
import { kubeReader, Unreachable } from './kube-reader.ts'

let server: FakeApiServer | undefined
afterEach(() => server?.stop())

async function readerOf(lists: Readonly<Record<string, readonly object[]>> | null) {
  server = await FakeApiServer.start(lists)
  const config = new KubeConfig()
  config.loadFromString(server.kubeconfig)
  return kubeReader(config, { namespace: 'thanos' })
}

const template = { spec: { containers: [{ name: 'prometheus' }, { name: 'thanos-sidecar' }] } }
const metadata = (name: string, generation: number) => ({
  name,
  namespace: 'thanos',
  generation,
  labels: { 'app.kubernetes.io/name': name },
})
const ofStack = 'app.kubernetes.io/part-of=thanos-fleet'

describe('workloads', () => {
  test('count pods that are available and of the newest specification', async () => {
    const reader = await readerOf({
      [`/apis/apps/v1/namespaces/thanos/statefulsets ${ofStack}`]: [
        {
          metadata: metadata('rolling', 3),
          spec: { replicas: 3, template },
          status: {
            observedGeneration: 3,
            replicas: 3,
            availableReplicas: 2,
            updatedReplicas: 1,
            currentRevision: 'a',
            updateRevision: 'b',
          },
        },
        {
          metadata: metadata('done', 3),
          spec: { replicas: 3, template },
          status: {
            observedGeneration: 2,
            replicas: 3,
            availableReplicas: 3,
            currentRevision: 'b',
            updateRevision: 'b',
          },
        },
      ],
      [`/apis/apps/v1/namespaces/thanos/deployments ${ofStack}`]: [
        {
          metadata: metadata('query', 1),
          spec: { replicas: 2, template },
          status: { observedGeneration: 1, availableReplicas: 2, updatedReplicas: 2 },
        },
      ],
      [`/apis/apps/v1/namespaces/thanos-nodes/daemonsets ${ofStack}`]: [
        {
          metadata: metadata('exporter', 1),
          spec: { template },
          status: { observedGeneration: 1, desiredNumberScheduled: 4, numberAvailable: 3, updatedNumberScheduled: 4 },
        },
      ],
    })
    const containers = ['prometheus', 'thanos-sidecar']
    expect(await reader.workloads()).toMatchObject([
      {
        kind: 'Deployment',
        namespace: 'thanos',
        name: 'query',
        component: 'query',
        replicas: 2,
        ready: 2,
        updated: 2,
        observed: true,
        containers,
      },
      {
        kind: 'StatefulSet',
        namespace: 'thanos',
        name: 'rolling',
        component: 'rolling',
        replicas: 3,
        ready: 2,
        updated: 1,
        observed: true,
        containers,
      },
      {
        kind: 'StatefulSet',
        namespace: 'thanos',
        name: 'done',
        component: 'done',
        replicas: 3,
        ready: 3,
        updated: 3,
        observed: false,
        containers,
      },
      {
        kind: 'DaemonSet',
        namespace: 'thanos',
        name: 'exporter',
        component: 'exporter',
        replicas: 4,
        ready: 3,
        updated: 4,
        observed: true,
        containers,
      },
    ])
  })
})

describe('pods', () => {
  test('of a component are those that have not ended, by name', async () => {
    const labels = { 'app.kubernetes.io/instance': 'thanos-store' }
    const pod = (name: string, phase: string, more = {}) => ({
      metadata: { name, labels, ...more },
      spec: { containers: [{ name: 'thanos-store' }] },
      status: { phase, startTime: '2026-03-01T08:00:00Z' },
    })
    const reader = await readerOf({
      '/api/v1/namespaces/thanos/pods app.kubernetes.io/name=thanos-store': [
        pod('b', 'Running'),
        pod('a', 'Running', { deletionTimestamp: '2026-03-01T09:00:00Z' }),
        pod('c', 'Failed'),
      ],
    })
    const common = {
      workload: 'thanos-store',
      started: Date.parse('2026-03-01T08:00:00Z'),
      containers: ['thanos-store'],
    }
    expect(await reader.pods('thanos-store')).toEqual([
      { name: 'a', ending: true, ...common },
      { name: 'b', ending: false, ...common },
    ])
  })
})

describe('pages', () => {
  test('fail where the pod cannot be reached, rather than wait forever', async () => {
    const reader = await readerOf({})
    await expect(reader.get('gone', 9090, '/metrics')).rejects.toThrow(
      'the way to gone:9090 is refused: Unexpected server response: 200',
    )
  })
})

describe('a refusal of the API server', () => {
  test('is told in its own words', async () => {
    const reader = await readerOf(null)
    await expect(reader.pods('prometheus')).rejects.toThrow(new Unreachable('HTTP 403: nobody may not list pods'))
    await expect(reader.workloads()).rejects.toThrow(Unreachable)
  })
})
