import { describe, expect, it } from 'vitest'
import { checkReached, checkStep, finishes, type Measured, nextStep } from '../index.ts'
import { receiveCluster, sidecarCluster, specAt, walk } from '../testing/clusters.ts'
import { at, healthy } from '../testing/measured.ts'

type Place = Parameters<typeof specAt>[0]
type Goal = 'receive-mode' | 'sidecar-mode'

/** Sentences of what is not fulfilled before the next step, by the names of the conditions. */
function lacking(
  place: Place,
  goal: Goal,
  change: (measured: Measured) => Partial<Measured> = () => ({}),
): Record<string, string> {
  const spec = specAt(place)
  const step = nextStep(spec, goal)
  if (step === null) throw new Error(`${place} has no step to ${goal}`)
  const measured = healthy(spec)
  const conditions = checkStep(step, spec, { ...measured, ...change(measured) })
  return Object.fromEntries(
    conditions.filter(({ fulfilled }) => !fulfilled).map(({ name, sentence }) => [name, sentence]),
  )
}

const withoutBlocks =
  (label: string, value: string, from = '00:00:00') =>
  ({ stores }: Measured): Partial<Measured> => ({
    stores: stores.map((store) => ({
      ...store,
      blocks: store.blocks.filter(({ labels, maxTime }) => labels[label] !== value || maxTime <= at(from)),
    })),
  })

describe('a cluster where all is well', () => {
  it.each(
    [...walk(sidecarCluster, 'receive-mode'), ...walk(receiveCluster, 'sidecar-mode')].map(
      (stop) => [stop.label, stop.spec] as const,
    ),
  )('has reached %s, and may go either way', (_label, spec) => {
    // What tells nobody writing from writing differs between the two directions.
    const quiet = (measured: Measured) => ({
      ...measured,
      prometheus: measured.prometheus.map((one) => ({
        ...one,
        received: spec.migration?.step === 'receivers' ? 0 : one.received,
      })),
    })
    for (const goal of ['receive-mode', 'sidecar-mode'] as const) {
      const step = nextStep(spec, goal)
      if (step === null) continue
      expect(
        checkStep(step, spec, quiet(healthy(spec))).filter(({ fulfilled }) => !fulfilled),
        goal,
      ).toEqual([])
    }
  })

  it('is described in whole sentences', () => {
    const spec = specAt('read-both')
    const step = nextStep(spec, 'receive-mode')
    if (step === null) throw new Error('no step')
    for (const { sentence } of checkStep(step, spec, healthy(spec))) expect(sentence).toMatch(/^[A-Z0-9].*[^.]\.$/)
  })
})

describe('on the way to receive-mode, a step is not taken', () => {
  it('to writing before routers have their ring', () => {
    expect(
      lacking('receivers', 'receive-mode', ({ routers }) => ({
        routers: routers.map((one) => ({ ...one, endpoints: 2 })),
      })),
    ).toEqual({
      'ring-loaded':
        'router-1 has 2 endpoints in its hashrings, 3 expected; router-2 has 2 endpoints in its hashrings, 3 expected.',
    })
    expect(
      Object.keys(
        lacking('receivers', 'receive-mode', ({ routers }) => ({
          routers: routers.map((one) => ({ ...one, loaded: false })),
        })),
      ),
    ).toEqual(['ring-loaded'])
    expect(lacking('receivers', 'receive-mode', () => ({ routers: [] }))).toEqual({
      'ring-loaded': 'no router has responded.',
    })
  })

  it.each([
    ['it is behind', { lagSeconds: 300 }, 'prometheus-0 is 300 s behind; prometheus-1 is 300 s behind.'],
    [
      'nothing was sent yet',
      { lagSeconds: null },
      'prometheus-0 has no remote write metrics yet; prometheus-1 has no remote write metrics yet.',
    ],
    [
      'samples are refused',
      { failed: { samples: 7.2, windowSeconds: 300 } },
      'prometheus-0: 8 samples were rejected within 300 s; prometheus-1: 8 samples were rejected within 300 s.',
    ],
    [
      'that is not known yet',
      { failed: null },
      'prometheus-0 has no metrics of rejected samples yet; prometheus-1 has no metrics of rejected samples yet.',
    ],
  ])('to reading while remote write does not work: %s', (_what, wrong, sentence) => {
    const change = ({ prometheus }: Measured) => ({ prometheus: prometheus.map((one) => ({ ...one, ...wrong })) })
    for (const place of ['remote-write', 'read-both', 'read-receive'] as const)
      expect(lacking(place, 'receive-mode', change)).toEqual({ 'writing-works': sentence })
  })

  it('to reading before as many ingestors as there are copies have samples', () => {
    expect(
      lacking('remote-write', 'receive-mode', ({ ingestors }) => ({
        ingestors: ingestors.map((one, index) => (index === 0 ? { ...one, oldest: null } : one)),
      })),
    ).toEqual({ 'ingestors-have-data': '2 ingestors of 3 have samples, at least 3 are needed.' })
  })

  it('away from the sidecars before Store serves what only they have, of each of them', () => {
    const sentence =
      'prometheus-1: the newest block that Store serves ends at 2026-03-01 08:00:00 UTC; Receive only has samples since 2026-03-01 09:00:00 UTC.'
    expect(
      lacking('read-both', 'receive-mode', withoutBlocks('prometheus_replica', 'prometheus-1', '08:00:00')),
    ).toEqual({ 'sidecar-blocks-reach-receive': sentence })
    expect(
      lacking('read-receive', 'receive-mode', withoutBlocks('prometheus_replica', 'prometheus-1', '08:00:00')),
    ).toEqual({ 'sidecar-blocks-reach-receive': sentence })
    expect(
      lacking('read-both', 'receive-mode', withoutBlocks('prometheus_replica', 'prometheus-0'))[
        'sidecar-blocks-reach-receive'
      ],
    ).toBe('prometheus-0: Store serves none of its blocks; Receive only has samples since 2026-03-01 09:00:00 UTC.')
  })

  it('away from the sidecars while one pod of Store does not serve their blocks', () => {
    const change = ({ stores }: Measured) => ({
      stores: stores.map((store, index) => (index === 0 ? store : { ...store, blocks: [] })),
    })
    expect(Object.keys(lacking('read-both', 'receive-mode', change))).toEqual(['sidecar-blocks-reach-receive'])
  })

  it('away from the sidecars by blocks of another cluster or of Rule', () => {
    const relabelled =
      (more: Record<string, string>) =>
      ({ stores }: Measured) => ({
        stores: stores.map((store) => ({
          ...store,
          blocks: store.blocks.map((block) =>
            'prometheus_replica' in block.labels ? { ...block, labels: { ...block.labels, ...more } } : block,
          ),
        })),
      })
    expect(Object.keys(lacking('read-both', 'receive-mode', relabelled({ cluster: 'other' })))).toEqual([
      'sidecar-blocks-reach-receive',
    ])
  })

  it('away from the sidecars where Query would miss a sample, or that is not known', () => {
    const missing = [
      { replica: 'prometheus-0', end: at('09:02:00'), has: 12, would: 7 },
      { replica: 'prometheus-1', end: at('09:02:00'), has: 12, would: 0 },
    ]
    const change = ({ preview }: Measured) => ({
      preview: { ...preview, withoutSidecars: { spanSeconds: 120, from: 0, to: 1, samples: 100, missing } },
    })
    expect(lacking('read-both', 'receive-mode', change)).toEqual({
      'nothing-missing-without-sidecars':
        'without the sidecars, Query would miss samples in 2 spans of 120 s, first 5 of 12 samples of prometheus-0 before 2026-03-01 09:02:00 UTC.',
    })
    for (const withoutSidecars of [null, { spanSeconds: 120, from: 0, to: 1, samples: 0, missing: [] }]) {
      expect(
        lacking('read-both', 'receive-mode', ({ preview }) => ({ preview: { ...preview, withoutSidecars } })),
      ).toEqual({ 'nothing-missing-without-sidecars': 'what Query would have without the sidecars is not known.' })
    }
  })

  it('to removing the sidecars before each ingestor has uploaded', () => {
    expect(
      lacking(
        'read-receive',
        'receive-mode',
        withoutBlocks('receive_replica', 'thanos-receive-ingestor-2', '09:00:00'),
      ),
    ).toEqual({ 'receive-uploads': 'Store serves no block that thanos-receive-ingestor-2 has uploaded.' })
  })
})

describe('on the way to sidecar-mode, a step is not taken', () => {
  it('away from the ingestors before Store serves what is older than the volumes of Prometheus', () => {
    const young = (measured: Measured) => ({
      ...withoutBlocks('receive_replica', 'thanos-receive-ingestor-0', '06:00:00')(measured),
      sidecars: measured.sidecars.map((one) => ({ ...one, oldest: at('07:00:00') })),
    })
    expect(lacking('read-both', 'sidecar-mode', young)).toEqual({
      'receive-blocks-reach-sidecars':
        'thanos-receive-ingestor-0: the newest block that Store serves ends at 2026-03-01 06:00:00 UTC; the sidecars have everything since 2026-03-01 07:00:00 UTC only.',
    })
    expect(lacking('read-both', 'sidecar-mode', ({ sidecars }) => ({ sidecars: sidecars.slice(1) }))).toEqual({
      'receive-blocks-reach-sidecars': '1 of 2 sidecars have samples.',
    })
  })

  it('away from the ingestors where Query would miss a sample', () => {
    expect(
      Object.keys(
        lacking('read-both', 'sidecar-mode', ({ preview }) => ({ preview: { ...preview, withoutIngestors: null } })),
      ),
    ).toEqual(['nothing-missing-without-ingestors'])
  })

  it('away from remote write before each sidecar has uploaded since it came back', () => {
    const young = ({ sidecars }: Measured) => ({
      sidecars: sidecars.map((one) => ({ ...one, started: at('11:00:00') })),
    })
    expect(lacking('remote-write', 'sidecar-mode', young)).toEqual({
      'sidecars-upload':
        'Store serves no block of prometheus-0 that ends after its start at 2026-03-01 11:00:00 UTC; Store serves no block of prometheus-1 that ends after its start at 2026-03-01 11:00:00 UTC.',
      'bucket-has-no-gap': 'not every sidecar has uploaded a block yet.',
    })
  })

  it('away from Receive while the bucket would have a gap between the two', () => {
    for (const place of ['remote-write', 'receivers'] as const) {
      expect(
        lacking(place, 'sidecar-mode', (measured) => ({
          ...withoutBlocks('receive_replica', 'thanos-receive-ingestor-1', '06:00:00')(measured),
        })),
      ).toEqual({
        'bucket-has-no-gap':
          'thanos-receive-ingestor-1: the newest block that Store serves ends at 2026-03-01 06:00:00 UTC; the sidecars have uploaded everything since 2026-03-01 08:00:00 UTC only.',
      })
    }
  })

  it('to removing Receive while someone writes, or nobody knows', () => {
    const received =
      (rate: number | null) =>
      ({ prometheus }: Measured) => ({ prometheus: prometheus.map((one) => ({ ...one, received: rate })) })
    expect(lacking('receivers', 'sidecar-mode', received(1.5))).toEqual({
      'nobody-writes': 'routers still receive 1.50 requests per second.',
    })
    expect(lacking('receivers', 'sidecar-mode', received(null))).toEqual({
      'nobody-writes': 'no Prometheus has metrics of requests to the routers.',
    })
  })
})

describe('the last step', () => {
  it('needs the state before it, and nothing else', () => {
    const spec = specAt('receive-only')
    const step = nextStep(spec, 'receive-mode')
    if (step === null || !finishes(step)) throw new Error('not the last step')
    expect(checkStep(step, spec, healthy(spec))).toEqual(checkReached(spec, healthy(spec)))
  })
})
