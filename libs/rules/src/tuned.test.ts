import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Active, Tuning } from './active.ts'
import { globalRuleFiles, localRuleFiles } from './rule-files.ts'
import { type AlertingRule, isAlert, ruleFileText } from './rule-file.ts'
import { examples } from './testing/examples.ts'
import { promtool, scratch } from './testing/promtool.ts'

const plain = examples['receive-mode']
const filesOf = (active: Active) => ({ ...localRuleFiles(active), ...globalRuleFiles(active) })
const alertsOf = (active: Active): AlertingRule[] =>
  Object.values(filesOf(active)).flatMap(({ groups }) => groups.flatMap(({ rules }) => rules.filter(isAlert)))
const names = [...new Set(alertsOf(plain).map(({ alert }) => alert))]
const withAlert = (name: string, settings: Tuning | false): Active => ({ ...plain, alerts: { [name]: settings } })

/** Everything about an alert that can be set. */
const all: Tuning = {
  for: '3h',
  severity: 'info',
  labels: { team: 'storage' },
  annotations: { summary: 'Other.', link: 'https://example.com' },
}

describe.each(names)('the alert %s', (name) => {
  const others = alertsOf(plain).filter(({ alert }) => alert !== name)

  it('can be switched off, and nothing else goes with it', () => {
    const files = filesOf(withAlert(name, false))
    expect(alertsOf(withAlert(name, false))).toEqual(others)
    expect(Object.values(files).filter(({ groups }) => groups.some(({ rules }) => rules.length === 0))).toEqual([])
  })

  it('can be changed, and nothing else changes with it', () => {
    const changed = alertsOf(withAlert(name, all))
    expect(changed.filter(({ alert }) => alert !== name)).toEqual(others)
    const before = alertsOf(plain).filter(({ alert }) => alert === name)
    expect(changed.filter(({ alert }) => alert === name)).toEqual(
      before.map((rule) => ({
        ...rule,
        for: '3h',
        labels: { ...rule.labels, team: 'storage', severity: 'info' },
        annotations: { ...rule.annotations, summary: 'Other.', link: 'https://example.com' },
      })),
    )
  })

  it('has one severity, so that another one cannot make two rules alike', () => {
    const severities = alertsOf(plain)
      .filter(({ alert }) => alert === name)
      .map(({ labels }) => labels.severity)
    expect(new Set(severities).size).toBe(1)
  })
})

describe('alerts', () => {
  it('fire at once with `for: 0s`', () => {
    const rules = alertsOf(withAlert('NodeExporterDown', { for: '0s' })).filter(
      ({ alert }) => alert === 'NodeExporterDown',
    )
    expect(rules.map((rule) => 'for' in rule)).toEqual([false])
  })

  it('have the common labels, over which their own go', () => {
    const rules = alertsOf({
      ...withAlert('Watchdog', { labels: { team: 'b' } }),
      alertLabels: { team: 'a', job: 'x' },
    })
    for (const { alert, labels } of rules) expect(labels['team']).toBe(alert === 'Watchdog' ? 'b' : 'a')
    expect(rules.find(({ alert }) => alert === 'ThanosStoreDown')?.labels['job']).toBe('thanos-store')
  })

  it('are accepted and evaluated by promtool, as they are wanted', async () => {
    const directory = mkdtempSync(join(scratch, 'tuned-'))
    const tuned: Active = {
      ...plain,
      alertLabels: { team: 'a' },
      alerts: { ...Object.fromEntries(names.map((name) => [name, all])), NodeExporterDown: false },
    }
    const files = Object.entries(filesOf(tuned))
    for (const [name, { groups }] of files) {
      const forPrometheus = groups.map(({ name: group, rules }) => ({ name: group, rules }))
      writeFileSync(join(directory, name), ruleFileText({ groups: forPrometheus }))
    }
    const labels = { job: 'thanos-store', severity: 'info', team: 'storage' }
    const annotations = alertsOf(tuned).find(({ alert }) => alert === 'ThanosStoreDown')?.annotations
    const test = (time: string, firing: boolean) => ({
      interval: '5m',
      input_series: [{ series: 'up{job="thanos-store", instance="a"}', values: '0x100' }],
      alert_rule_test: [
        {
          eval_time: time,
          alertname: 'ThanosStoreDown',
          exp_alerts: firing ? [{ exp_labels: labels, exp_annotations: annotations }] : [],
        },
      ],
    })
    const unit = { rule_files: ['availability.yaml'], tests: [test('2h55m', false), test('3h5m', true)] }
    writeFileSync(join(directory, 'unit.yaml'), stringify(unit))
    const checked = await promtool(
      directory,
      'check',
      'rules',
      '--lint=all',
      '--lint-fatal',
      ...files.map(([name]) => name),
    )
    expect(checked.ok, checked.output).toBe(true)
    const { ok, output } = await promtool(directory, 'test', 'rules', 'unit.yaml')
    rmSync(directory, { recursive: true })
    expect(ok, output).toBe(true)
  })
})
