import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Duration } from '@thanos-fleet/kubernetes'
import { operationsOf } from '@thanos-fleet/promql'
import { describe, expect, it } from 'vitest'
import type { Active } from './active.ts'
import type { Alert } from './alert.ts'
import { globalAlerts } from './global.ts'
import { isAlert, ruleFileText } from './rule-file.ts'
import { alertsBySubject, globalRuleFiles, localRuleFiles } from './rule-files.ts'
import { examples } from './testing/examples.ts'
import { promtool, scratch } from './testing/promtool.ts'
import { numbersIn, type Threshold, thresholdsIn, type ThresholdValues, wordsIn, wrongValue } from './threshold.ts'

const alerts: Alert[] = Object.values(examples).flatMap((active) => [
  ...Object.values(alertsBySubject).flatMap((subject) => subject(active)),
  ...globalAlerts(active),
])
const byName = [...new Map(alerts.map((alert) => [alert.name, alert]))]
const withThresholds = byName.filter(([, { thresholds }]) => thresholds !== undefined)
const plain = examples['receive-mode']

/** Alerts that compare with a number that no operator tunes, and what the number is. */
const notTuned: Readonly<Record<string, string>> = {
  AlertmanagerMembersMissing: 'the members that the cluster has',
  NodeClockNotSynchronised: 'what the kernel says of a clock without a reference',
  PrometheusReplicaMissing: 'the replicas that the cluster has',
  ThanosCompactNotRunning: 'the day of which the alert speaks',
  ThanosQueryEndpointsMissing: 'the pods that the cluster has',
  ThanosReceiveHashringSizeWrong: 'the ingestors that the cluster has',
  ThanosReceiveNoUploads: 'the time that a first block takes',
  ThanosReceiveTooFewIngestors: 'the replication factor',
  ThanosRuleNoUploads: 'the time that a first block takes',
  ThanosSidecarNoUploads: 'the time that a first block takes',
}

const comparisons = new Set(['>', '<', '>=', '<=', '==', '!='])
const isTunable = (text: string) => /^[\d.]+(\s*\*\s*\d+)*$/.test(text) && !['0', '1'].includes(text)

/** What is compared with a number, with the thresholds left out. */
function numbersCompared({ expr, thresholds = {} }: Alert): string[] {
  const unset = Object.fromEntries(Object.keys(thresholds).map((name) => [name, 0]))
  return operationsOf(numbersIn(expr, thresholds, unset))
    .filter(({ operator }) => comparisons.has(operator))
    .flatMap(({ left, right }) => [left, right].filter(isTunable))
}

describe('the numbers of an alert', () => {
  it.each(byName)('%s can be set by name, unless they follow from the cluster', (name, alert) => {
    expect(numbersCompared(alert).length > 0).toBe(Object.hasOwn(notTuned, name))
  })

  it.each(byName)('%s are declared and used', (_name, { expr, summary, description, thresholds = {} }) => {
    const used = thresholdsIn(expr)
    expect(new Set(used)).toEqual(new Set(Object.keys(thresholds)))
    for (const name of [...thresholdsIn(summary), ...thresholdsIn(description)]) expect(used).toContain(name)
  })
})

/** Another value of each threshold. */
function others(thresholds: Readonly<Record<string, Threshold>>): ThresholdValues {
  return Object.fromEntries(
    Object.entries(thresholds).map(([name, { kind }]) => [
      name,
      kind === 'duration' ? '7h' : kind === 'ratio' ? 0.123 : 77,
    ]),
  )
}

const filesOf = (active: Active) => ({ ...localRuleFiles(active), ...globalRuleFiles(active) })
const rulesOf = (active: Active) =>
  Object.values(filesOf(active)).flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))

describe('thresholds of a cluster', () => {
  it.each(withThresholds.filter(([name]) => !name.startsWith('ThanosSidecar')))(
    '%s change the expression of this alert and nothing else',
    (name, { thresholds = {} }) => {
      const changed = rulesOf({ ...plain, alerts: { [name]: { thresholds: others(thresholds) } } })
      const different = rulesOf(plain).filter((rule, index) => JSON.stringify(rule) !== JSON.stringify(changed[index]))
      expect(new Set(different.map((rule) => (isAlert(rule) ? rule.alert : rule.record)))).toEqual(new Set([name]))
    },
  )

  it('are accepted by promtool', async () => {
    const alertSettings = Object.fromEntries(
      withThresholds.map(([name, { thresholds = {} }]) => [name, { thresholds: others(thresholds) }]),
    )
    const directory = mkdtempSync(join(scratch, 'thresholds-'))
    const files = Object.entries(filesOf({ ...plain, alerts: alertSettings }))
    for (const [name, { groups }] of files) {
      const forPrometheus = groups.map(({ name: group, rules }) => ({ name: group, rules }))
      writeFileSync(join(directory, name), ruleFileText({ groups: forPrometheus }))
    }
    const { ok, output } = await promtool(
      directory,
      ...['check', 'rules', '--lint=all', '--lint-fatal', ...files.map(([name]) => name)],
    )
    rmSync(directory, { recursive: true })
    expect(ok, output).toBe(true)
  })

  it('are numbers in expressions and words in texts', () => {
    const thresholds: Record<string, Threshold> = {
      age: { kind: 'duration', shipped: '5m' },
      part: { kind: 'ratio', shipped: 0.07 },
    }
    expect(numbersIn('x > %{age} and y > %{part}', thresholds)).toBe('x > 300 and y > 0.07')
    expect(wordsIn('%{age}, %{part}', thresholds)).toBe('5 minutes, 7%')
    expect(wordsIn('%{age}, %{part}', thresholds, { age: '1h', part: 0.005 })).toBe('1 hour, 0.5%')
    expect(() => numbersIn('%{other}', thresholds)).toThrow(RangeError)
  })

  it('have values of their kind', () => {
    const kinds: Threshold[] = [
      { kind: 'ratio', shipped: 0.5 },
      { kind: 'number', shipped: 5 },
      { kind: 'duration', shipped: '5m' },
    ]
    const taken: (number | Duration)[] = [0.5, 1, 1.5, 0, '90s']
    expect(kinds.map((kind) => taken.filter((value) => wrongValue(kind, value) === undefined))).toEqual([
      [0.5, 1],
      [0.5, 1, 1.5],
      ['90s'],
    ])
  })
})
