import { describe, expect, it } from 'vitest'
import { checkReached, type Measured } from '../index.ts'
import { receiveCluster, specAt, walk } from '../testing/clusters.ts'
import { healthy } from '../testing/measured.ts'

describe('a step has not been reached', () => {
  const unmet = (place: Parameters<typeof specAt>[0], change: (measured: Measured) => Partial<Measured>) => {
    const spec = specAt(place)
    const measured = healthy(spec)
    return checkReached(spec, { ...measured, ...change(measured) })
      .filter(({ fulfilled }) => !fulfilled)
      .map(({ name, sentence }) => `${name}: ${sentence}`)
  }

  it('where a program does not answer', () => {
    expect(unmet('receivers', () => ({ failures: ['thanos-query-x: HTTP 503'] }))).toEqual([
      'answers: thanos-query-x: HTTP 503.',
    ])
  })

  it('where the kubeconfig leads to another cluster', () => {
    expect(
      unmet('receivers', ({ prometheus }) => ({
        prometheus: prometheus.map((one) => ({
          ...one,
          externalLabels: { cluster: 'other', prometheus_replica: 'x' },
        })),
      }))[0],
    ).toBe(
      'identity: prometheus-0 has the external labels {"cluster":"other","prometheus_replica":"x"}; prometheus-1 has the external labels {"cluster":"other","prometheus_replica":"x"}.',
    )
    expect(unmet('receivers', () => ({ prometheus: [] }))).toContain('identity: no Prometheus has responded.')
  })

  it.each([
    [
      'a pod is not Ready',
      { ready: 2 },
      'StatefulSet thanos/thanos-receive-ingestor: 2 of 3 pods are Ready with the latest spec.',
    ],
    [
      'a pod still runs the old one',
      { updated: 1 },
      'StatefulSet thanos/thanos-receive-ingestor: 1 of 3 pods are Ready with the latest spec.',
    ],
    [
      'nobody has seen it',
      { observed: false },
      'StatefulSet thanos/thanos-receive-ingestor: its controller has not observed the latest spec.',
    ],
  ])('where %s', (_what, wrong, sentence) => {
    expect(
      unmet('receivers', ({ workloads }) => ({
        workloads: workloads.map((one) => (one.name === 'thanos-receive-ingestor' ? { ...one, ...wrong } : one)),
      })),
    ).toEqual([`rolled-out: ${sentence}`])
  })

  it('where nothing was applied yet, though cluster.yaml says so', () => {
    const before = healthy(specAt('sidecar-mode'))
    expect(unmet('receivers', () => before)).toEqual([
      'rolled-out: Deployment thanos/thanos-receive-router does not exist; StatefulSet thanos/thanos-receive-ingestor does not exist.',
      'replica-labels: query-1 does not use tenant_id as a replica label; query-2 does not use tenant_id as a replica label.',
    ])
    expect(unmet('receive-only', () => ({ workloads: healthy(specAt('read-receive')).workloads }))).toEqual([
      'parts: Prometheus still has sidecars.',
    ])
  })

  it('where ingestors are still ending, and may be uploading', () => {
    const spec = walk(receiveCluster, 'sidecar-mode').find(({ label }) => label === 'sidecar-only')?.spec
    if (spec === undefined) throw new Error('not on the way')
    const conditions = checkReached(spec, healthy(spec, { leaving: ['thanos-receive-ingestor-a-0'] }))
    const problems = ['pods of Receive are still terminating: thanos-receive-ingestor-a-0']
    expect(conditions.filter(({ fulfilled }) => !fulfilled)).toEqual([
      { name: 'parts', fulfilled: false, sentence: `${problems[0]}.`, problems },
    ])
  })

  it('where Prometheus runs another configuration', () => {
    const flipped = ({ prometheus }: Measured) => ({
      prometheus: prometheus.map((one) => ({ ...one, writes: !one.writes })),
    })
    expect(unmet('remote-write', flipped)).toEqual([
      'writing: prometheus-0 has not loaded the remote write to Receive yet; prometheus-1 has not loaded the remote write to Receive yet.',
    ])
    expect(unmet('receivers', flipped)).toEqual([
      'writing: prometheus-0 still writes to Receive; prometheus-1 still writes to Receive.',
    ])
  })

  it('where Query reads something else, or with an error', () => {
    expect(
      unmet('read-receive', ({ queries }) => ({
        queries: queries.map((one, index) =>
          index === 0 ? { ...one, sidecars: [{ address: 'a', error: null }] } : one,
        ),
      })),
    ).toEqual(['reading: query-1 reads 1 sidecar, 0 expected.'])
    expect(
      unmet('read-both', ({ queries }) => ({
        queries: queries.map((one) => ({
          ...one,
          ingestors: one.ingestors.map((endpoint, index) =>
            index === 0 ? { ...endpoint, error: 'refused' } : endpoint,
          ),
        })),
      })),
    ).toEqual(['reading: query-1: ingestor 10.0.1.0:10901: refused; query-2: ingestor 10.0.1.0:10901: refused.'])
    expect(unmet('read-both', () => ({ queries: [] }))[0]).toBe('reading: no Query has responded.')
  })

  it('where a sum counts a target twice, or nothing at all', () => {
    const copies =
      (number: number | null) =>
      ({ queries }: Measured) => ({ queries: queries.map((one) => ({ ...one, copies: number })) })
    expect(unmet('read-both', copies(2))).toEqual([
      'counted-once: query-1 counts a target 2 times; query-2 counts a target 2 times.',
    ])
    expect(unmet('read-both', copies(null))).toEqual([
      'counted-once: query-1 finds no target to count; query-2 finds no target to count.',
    ])
  })
})
