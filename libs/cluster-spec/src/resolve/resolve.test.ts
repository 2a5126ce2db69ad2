import { describe, expect, it } from 'vitest'
import { loadCluster, type ClusterSpec } from '../index.ts'

/** The specification of a file in receive-mode with these further lines. */
function spec(lines: string, mode = 'receive-mode'): ClusterSpec {
  const bucket = 'objectStore: { type: GCS, bucket: thanos, credentials: { secret: thanos-objstore } }'
  const result = loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${bucket}\n${lines}` })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.spec
}

describe('a component that may be absent', () => {
  it.each(['rule: {}', 'rule: true'])('is there with its defaults by `%s`', (line) => {
    expect(spec(line, 'sidecar-mode').rule).toMatchObject({ replicas: 2, kind: 'stateful' })
  })

  it.each(['rule: null', 'rule: false', 'rule:'])('is absent by `%s`', (line) => {
    expect(spec(line).rule).toBeNull()
  })

  it('is as the mode has it when nothing is said', () => {
    expect(spec('', 'sidecar-mode').rule).toBeNull()
    expect(spec('').rule).not.toBeNull()
    expect(spec('').grafana).not.toBeNull()
  })
})

describe('resources', () => {
  it('take one quantity as request and limit of memory, and as request of CPU', () => {
    const { resources } = spec('query: { resources: { memory: 3Gi, cpu: 2 } }').query
    expect(resources.memory).toEqual({ request: '3Gi', limit: '3Gi' })
    expect(resources.cpu).toEqual({ request: '2', limit: null })
  })

  it('keep the defaults of what is not given', () => {
    const { resources } = spec('query: { resources: { memory: { limit: 8Gi } } }').query
    expect(resources.memory).toEqual({ request: '512Mi', limit: '8Gi' })
    expect(resources.cpu).toEqual(spec('').query.resources.cpu)
  })
})

describe('autoscaling', () => {
  it('starts at the replicas and at most doubles them unless told otherwise', () => {
    expect(spec('query: { replicas: 4, autoscaling: true }').query.autoscaling).toEqual({
      minReplicas: 4,
      maxReplicas: 8,
      cpuPercent: 70,
    })
    expect(spec('query: { autoscaling: { maxReplicas: 5 } }').query.autoscaling).toEqual({
      minReplicas: 3,
      maxReplicas: 5,
      cpuPercent: 70,
    })
  })
})

describe('receivers', () => {
  it("of one's own replace the default receiver by the first of them", () => {
    const { alertmanager } = spec('alertmanager: { receivers: [{ name: chat, discord: { urlSecret: chat } }] }')
    expect(alertmanager?.defaultReceiver).toBe('chat')
    expect(alertmanager?.receivers).toEqual([{ name: 'chat', discord: { urlSecret: { name: 'chat', key: 'url' } } }])
  })
})

describe('nested settings', () => {
  it('may be given alone', () => {
    expect(spec('compact: { retention: { oneHour: 2y } }').compact.retention).toEqual({
      raw: '90d',
      fiveMinutes: '180d',
      oneHour: '2y',
    })
    expect(spec('receive: { limits: { default: { headSeries: 5 } } }').receive.limits.default).toEqual({
      requestBytes: 0,
      requestSeries: 0,
      requestSamples: 0,
      headSeries: 5,
    })
    expect(spec('networkPolicy: { dns: { namespace: dns } }').networkPolicy.dns).toEqual({
      namespace: 'dns',
      podLabels: { 'k8s-app': 'kube-dns' },
      cidrs: ['169.254.20.10/32'],
      ports: [53, 5353],
    })
    expect(spec('storage: { retention: { whenScaled: Delete } }').storage.retention).toEqual({
      whenScaled: 'Delete',
      whenDeleted: 'Retain',
    })
  })
})
