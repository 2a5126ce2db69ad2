import { type ClusterSpec, completeDefaults, type Hashring } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thanosReceiveIngestor } from './ingestor.ts'
import { isPolicy, refusals } from './testing/admission.ts'
import { Rollout } from './testing/rollout.ts'

const defaults = completeDefaults('receive-mode', 'test')
const names = ['c', 'a', 'd', 'b']

function objectsOf(...hashrings: Hashring[]): KubeObject[] {
  const spec: ClusterSpec = { ...defaults, receive: { ...defaults.receive, hashrings } }
  return thanosReceiveIngestor({ spec, facts: factsOf(spec) }).objects
}

const ring = (zones: number, replicas: number, name = 'default'): Hashring => ({
  name,
  tenants: name === 'default' ? [] : [name],
  replicas,
  zones: names.slice(0, zones),
})

/** The zones of one hashring among those that are disturbed: the workloads of `large` have it in their names. */
const ofRing = (disturbed: string[], name: string) =>
  disturbed.filter((workload) => workload.includes('-large-') === (name === 'large'))

const guarded = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']
const cases = [2, 3, 4].flatMap((zones) => [1, 2, 3].map((replicas) => [zones, replicas] as const))

it.each(cases)('37: %i zones with %i ingestors each are all replaced, one zone at a time', (zones, replicas) => {
  const rollout = new Rollout(objectsOf(ring(zones, replicas)))
  for (const zone of rollout.zones) rollout.change(zone, 2)
  expect(rollout.settle()).toBe(1)
  expect(rollout.isDone()).toBe(true)
})

/** What may happen while a rollout goes on, as a choice by numbers. */
type Event = [kind: 'change' | 'sync' | 'proceed', zones: number, other: number]

const events = fc.array(
  fc.tuple(fc.constantFrom<Event[0]>('change', 'sync', 'sync', 'proceed', 'proceed'), fc.nat(255), fc.nat(255)),
  { minLength: 20, maxLength: 60 },
)

/** Runs events in their order; what a change breaks is mended by a last one. Returns the most zones disturbed at once. */
function run(rollout: Rollout, happened: readonly Event[], rings: readonly string[], lastRevision = 4): number {
  let most = 0
  const look = () => {
    for (const name of rings) most = Math.max(most, ofRing(rollout.disturbed(), name).length)
  }
  for (const [kind, zones, other] of happened) {
    const zone = rollout.zones[zones % rollout.zones.length]
    const pod = zone?.pods[other % zone.pods.length]
    if (zone === undefined || pod === undefined) continue
    if (kind === 'change') rollout.change(zone, Math.max(zone.wanted, 1 + (other % 3)))
    if (kind === 'sync') rollout.sync(rollout.zones.filter((_, index) => ((zones >> index) & 1) === 1))
    if (kind === 'proceed') rollout.proceed(zone, pod)
    look()
  }
  for (const zone of rollout.zones) rollout.change(zone, lastRevision)
  rollout.settle()
  return most
}

describe('whatever happens meanwhile', () => {
  const rings = fc.constantFrom([ring(3, 1)], [ring(3, 2)], [ring(2, 3)], [ring(3, 1), ring(2, 2, 'large')])

  /** Whatever happens, at most one zone of each hashring is away, and every change arrives. */
  function holds(seed: number, broken: readonly number[] = []): void {
    fc.assert(
      fc.property(rings, events, (hashrings, happened) => {
        const rollout = new Rollout(objectsOf(...hashrings))
        for (const revision of broken) rollout.broken.add(revision)
        const names = hashrings.map(({ name }) => name)
        expect(run(rollout, happened, names)).toBeLessThan(2)
        expect(rollout.isDone()).toBe(true)
      }),
      { numRuns: 100, seed, endOnFailure: true },
    )
  }

  it('37: no two zones of a hashring are away at once, and every change arrives', () => holds(1))

  it('37: a change whose pods never become ready stays in one zone, and a later one mends it', () => holds(2, [2]))

  const conditions = objectsOf(ring(3, 2))
    .filter(isPolicy)
    .flatMap(({ metadata, spec }) =>
      (spec?.validations ?? []).map(({ expression }) => [metadata.name, expression] as const),
    )

  it.each(conditions)('without a condition of %s, two zones would be: %s', (name, expression) => {
    const weakened = objectsOf(ring(3, 2)).map((object) => {
      if (!isPolicy(object) || object.metadata.name !== name) return object
      const policy = structuredClone(object)
      for (const one of policy.spec?.validations ?? []) if (one.expression === expression) one.expression = 'true'
      return policy
    })
    const found = fc.check(
      fc.property(events, (happened) => run(new Rollout(weakened), happened, ['default']) < 2),
      { numRuns: 1000, seed: 3, endOnFailure: true },
    )
    expect(found.failed).toBe(true)
  })
})

describe('the guard of zones', () => {
  const objects = objectsOf(ring(3, 1))
  const pod = (ready: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'thanos-receive-ingestor-a-0',
      labels: {
        'app.kubernetes.io/name': 'thanos-receive-ingestor',
        'app.kubernetes.io/instance': 'thanos-receive-ingestor-a',
        'thanos-fleet/hashring': 'default',
      },
    },
    status: { conditions: [{ type: 'Ready', status: ready }] },
  })

  /** What the API server has once every zone is changed, before any controller has looked. */
  const changed = () => {
    const rollout = new Rollout(objects)
    for (const zone of rollout.zones) rollout.change(zone, 2)
    return rollout.zones.map(({ authored, generation, status }) => ({
      ...authored,
      metadata: { ...authored.metadata, ...{ generation } },
      status,
    }))
  }

  const namespaces = 'system:serviceaccount:kube-system:namespace-controller'

  it.each(['kubernetes-admin', namespaces])(
    'does not hold back %s, whether the StatefulSets are still there or not',
    (user) => {
      const api = changed()
      expect(refusals(objects, api, pod('True'))).not.toEqual([])
      expect(refusals(objects, api, pod('True'), user)).toEqual([])
      expect(refusals(objects, [], pod('True'), user)).toEqual([])
    },
  )

  it('does not hold back the replacement of pods that serve nothing', () => {
    expect(refusals(objects, [], pod('False'))).toEqual([])
  })

  it('says whom a rollout waits for', () => {
    const api = changed()
    expect(refusals(objects, api, pod('True'))).toContain(
      'the rollout of thanos-receive-ingestor-a waits for thanos-receive-ingestor-c, whose change is not looked at yet',
    )
  })

  it.each([[ring(0, 3)], [{ ...ring(0, 3), zones: ['a'] }]])(
    'is not there where one StatefulSet has all copies',
    (one) => {
      expect(objectsOf(one).filter(({ kind }) => guarded.includes(kind))).toEqual([])
    },
  )
})
