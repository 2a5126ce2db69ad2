import { completeDefaults } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { describe, expect, it } from 'vitest'
import { cacheConfiguration, thanosBytes } from './cache.ts'
import { disruptionBudget, service } from './service-objects.ts'
import { goMemoryLimit, probes, resources } from './container.ts'
import { podTemplate, users } from './pod.ts'
import { claim, deployment, localStorageClass } from './workloads.ts'

const spec = completeDefaults('sidecar-mode', 'test')
const pod = {
  spec,
  component: 'thanos-query',
  workload: 'thanos-query',
  settings: spec.query,
  user: users.nobody,
  gracePeriod: 30,
  containers: [],
}

describe('pods', () => {
  it('get a token of the API server only if they ask for one', () => {
    expect(podTemplate(pod).spec?.automountServiceAccountToken).toBe(false)
    expect(podTemplate({ ...pod, usesKubernetesApi: true }).spec?.automountServiceAccountToken).toBe(true)
  })

  it('are kept on one node where everything is on one node', () => {
    const single = {
      ...spec,
      topology: { ...spec.topology, singleNode: 'node-1', antiAffinity: 'none' as const, zoneSpread: 'none' as const },
    }
    const template = podTemplate({ ...pod, spec: single }).spec
    expect(template?.nodeSelector).toMatchObject({ 'kubernetes.io/hostname': 'node-1' })
    expect(template?.affinity).toBeUndefined()
    expect(template?.topologySpreadConstraints).toBeUndefined()
  })

  it('are on different nodes and in different zones, as strictly as the cluster wants', () => {
    const strict = {
      ...spec,
      topology: { ...spec.topology, antiAffinity: 'required' as const, zoneSpread: 'required' as const },
    }
    const template = podTemplate({ ...pod, spec: strict }).spec
    expect(template?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).toHaveLength(1)
    expect(template?.topologySpreadConstraints?.[0]?.whenUnsatisfiable).toBe('DoNotSchedule')
  })
})

describe('workloads', () => {
  it('leave the number of replicas to the autoscaler that owns it', () => {
    const autoscaling = { minReplicas: 2, maxReplicas: 5, cpuPercent: 70 }
    expect(deployment({ ...pod, replicas: 3, autoscaling }).spec).not.toHaveProperty('replicas')
    expect(deployment({ ...pod, replicas: 3 }).spec?.replicas).toBe(3)
  })

  it('claim volumes of the class of the cluster, or of its named nodes', () => {
    const local = { ...spec, storage: { ...spec.storage, local: { path: '/data', nodes: ['n'] } } }
    expect(claim(spec, { name: 'data' }, '1Gi').spec).not.toHaveProperty('storageClassName')
    expect(claim(local, { name: 'data' }, '1Gi').spec?.storageClassName).toBe(localStorageClass)
  })
})

describe('containers', () => {
  it('limit the Go runtime below the limit of the kernel', () => {
    expect(goMemoryLimit({ ...spec.query.resources, memory: { request: '1Gi', limit: '1000Mi' } })).toEqual({
      name: 'GOMEMLIMIT',
      value: String(900 * 2 ** 20),
    })
  })

  it('have a limit of CPU only where one is asked for', () => {
    const limited = { ...spec.query.resources, cpu: { request: '1' as const, limit: '2' as const } }
    expect(resources(limited).limits).toHaveProperty('cpu', '2')
    expect(resources({ ...limited, cpu: { request: '1', limit: null } }).limits).not.toHaveProperty('cpu')
  })

  it('may take as long to start as they need without a slower liveness probe', () => {
    const { startupProbe, livenessProbe } = probes('http', { startSeconds: 600 })
    expect((startupProbe.failureThreshold ?? 0) * (startupProbe.periodSeconds ?? 0)).toBe(600)
    expect(livenessProbe).toEqual(probes('http').livenessProbe)
  })

  it('may keep their place in Services for longer, and get it as soon as others', () => {
    const { startupProbe, readinessProbe } = probes('http', { unreadySeconds: 300 })
    expect((readinessProbe.failureThreshold ?? 0) * (readinessProbe.periodSeconds ?? 0)).toBe(300)
    expect(readinessProbe.successThreshold).toBeUndefined()
    expect(startupProbe).toEqual(probes('http').startupProbe)
  })
})

describe('caches', () => {
  it('write bytes as Thanos reads them', () => {
    expect([thanosBytes('500Mi'), thanosBytes('2Gi'), thanosBytes('300M'), thanosBytes('1.5k')]).toEqual([
      '500MiB',
      '2GiB',
      '300000000B',
      '1500B',
    ])
  })

  it('have no item that is larger than the cache, with which Thanos would not start', () => {
    const small = { type: 'in-memory', maxSize: '100k' } as const
    const config = cacheConfiguration({ spec, facts: factsOf(spec) }, 'thanos-store', small, '16Mi')
    expect(config).toMatchObject({ config: { max_size: '100000B', max_item_size: '100000B' } })
  })

  it('find memcached by the names of its pods, so that keys keep their server', () => {
    const cached = { ...spec, store: { ...spec.store, indexCache: { type: 'memcached' as const } } }
    const config = cacheConfiguration({ spec: cached, facts: factsOf(cached) }, 'thanos-store', cached.store.indexCache)
    expect(config).toMatchObject({
      type: 'MEMCACHED',
      config: { addresses: ['dnssrvnoa+_client._tcp.memcached.thanos.svc'] },
    })
  })
})

describe('companions', () => {
  it('publish each port by its name, over the protocol it speaks', () => {
    const ports = service(spec, 'alertmanager', { headless: true, ports: ['gossip', 'gossip-udp'] }).spec?.ports
    expect(ports?.map(({ name, port, protocol }) => [name, port, protocol])).toEqual([
      ['gossip', 9094, 'TCP'],
      ['gossip-udp', 9094, 'UDP'],
    ])
  })

  it('do not let a pod that is broken hold up the drain of its node', () => {
    expect(disruptionBudget(spec, 'thanos-query').spec?.unhealthyPodEvictionPolicy).toBe('AlwaysAllow')
  })
})
