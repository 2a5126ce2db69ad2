import { clusterJsonSchema, fleetJsonSchema } from '@thanos-fleet/cluster-spec'
import { describe, expect, it, test } from 'vitest'
import { clusterSettings } from './cluster-settings.ts'
import { complaintOf } from './complaint.ts'
import { effectOf } from './effect.ts'
import { clustersOfFleet, fleetSettings } from './fleet-settings.ts'
import { outcomeOfCluster, outcomeOfFleet } from './outputs.ts'
import { settingsOf } from './settings.ts'
import type { Trial } from './trial.ts'

const cluster: Trial = {
  ...clusterSettings,
  schema: clusterJsonSchema(),
  outcomeOf: outcomeOfCluster,
}

const fleet: Trial = {
  ...fleetSettings,
  schema: fleetJsonSchema(),
  outcomeOf: (document) => outcomeOfFleet(document, clustersOfFleet),
}

describe.each([
  ['cluster.yaml', cluster],
  ['fleet.yaml', fleet],
])('of %s', (_file, trial) => {
  const settings = settingsOf(trial.schema)

  const sections = Map.groupBy(settings, ({ name }) => /^\w+/.exec(name)?.[0])

  it.each([...sections])('no setting of %s is without effect', (_section, ofSection) => {
    expect(ofSection.flatMap((setting) => complaintOf(setting, trial) ?? [])).toEqual([])
  })

  it('every context, list of values and exception is for a setting that there is', () => {
    const entries = [...trial.special, ...trial.allowed, ...trial.exceptions].map((entry) => entry.for)
    expect(entries.filter((pattern) => !settings.some(({ name }) => pattern.test(name)))).toEqual([])
  })
})

test('the settings of all variants, items and entries are among them', () => {
  const names = settingsOf(cluster.schema).map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'objectStore(OCI).compartment',
      'objectStore(S3).sse.kmsKeyId',
      'alertmanager.receivers[].telegram.chatId',
      'receive.limits.tenants.*.headSeries',
      'query.resources.cpu.limit',
      'networkPolicy.scrapeTargets[].ports[]',
      'externalLabels.*',
    ]),
  )
  expect(new Set(names).size).toBe(names.length)
})

describe('a setting that does nothing', () => {
  const schema = {
    properties: {
      idle: { type: 'string' as const },
      half: { type: 'string' as const, enum: ['a', 'b', 'c'] },
      never: { type: 'boolean' as const },
    },
  }
  const trial: Trial = {
    schema,
    special: [],
    general: [{}],
    allowed: [],
    exceptions: [],
    outcomeOf(document) {
      const text = JSON.stringify(document)
      if (text.includes('never')) return { accepted: false, refusal: 'not that one' }
      return { accepted: true, generated: String(text.includes('"half":"a"')) }
    },
  }
  const [idle, half, never] = settingsOf(schema)
  const complaint = (setting = idle) => (setting === undefined ? undefined : complaintOf(setting, trial))

  it('is named, with what to write', () => {
    expect(complaint(idle)).toMatch(/^idle: no two values differ in what is generated.*\nAdd a context/s)
  })

  it('is found where only some of its values do something', () => {
    expect(half && effectOf(half, trial).alike).toEqual([['b', 'c']])
    expect(complaint(half)).toMatch(/^half: "b" and "c" lead to the same/)
  })

  it('is told from one that no context allows', () => {
    expect(complaint(never)).toMatch(/^never: no context accepts true, false.*not that one/s)
  })

  it('may be excepted, until it does something', () => {
    const excepted = { ...trial, exceptions: [{ for: /./, kind: 'no effect yet' as const, why: '' }] }
    expect(idle && complaintOf(idle, excepted)).toBeUndefined()
    const doing = {
      ...excepted,
      outcomeOf: (document: unknown) => ({ accepted: true, generated: JSON.stringify(document) }) as const,
    }
    expect(idle && complaintOf(idle, doing)).toMatch(/^idle: has an effect by now: remove its exception/)
  })
})
