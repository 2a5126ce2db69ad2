import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Active } from './active.ts'
import { globalRuleFiles, localRuleFiles } from './rule-files.ts'
import { isAlert, type RuleFile, ruleFileText } from './rule-file.ts'
import { examples } from './testing/examples.ts'
import { promtool, scratch } from './testing/promtool.ts'
import { type UnitTests, unitTests } from './testing/unit-tests.ts'

const tests = unitTests()
const rulesOf = (active: Active) =>
  [...Object.values(localRuleFiles(active)), ...Object.values(globalRuleFiles(active))].flatMap(({ groups }) =>
    groups.flatMap(({ rules }) => rules),
  )
const alertNames = (active: Active) =>
  new Set(
    rulesOf(active)
      .filter(isAlert)
      .map(({ alert }) => alert),
  )
const allRules = Object.values(examples).flatMap(rulesOf)

/** The file without what only Thanos Rule knows, for promtool. */
function forPrometheus({ groups }: RuleFile): RuleFile {
  return { groups: groups.map(({ name, rules }) => ({ name, rules })) }
}

const seen = new Set<string>()

/** Whether no earlier mode had the same rules for these tests: they would give the same result, at some seconds each. */
function isNew({ text, ruleFiles }: UnitTests, directory: string): boolean {
  const key = [text, ...ruleFiles.map((name) => readFileSync(join(directory, name), 'utf8'))].join('\n')
  const before = seen.size
  return seen.add(key).size > before
}

describe.each(Object.entries(examples))('in %s', (_mode, active) => {
  let directory = ''
  let files: string[] = []

  beforeAll(() => {
    directory = mkdtempSync(join(scratch, 'rules-'))
    const all = { ...localRuleFiles(active), ...globalRuleFiles(active) }
    for (const [name, file] of Object.entries(all))
      writeFileSync(join(directory, name), ruleFileText(forPrometheus(file)))
    files = Object.keys(all)
  })
  afterAll(() => {
    rmSync(directory, { recursive: true })
  })

  it('promtool accepts the rules, without a remark', async () => {
    const { ok, output } = await promtool(directory, 'check', 'rules', '--lint=all', '--lint-fatal', ...files)
    expect(ok, output).toBe(true)
  })

  it('the unit tests of the rules pass', async () => {
    const present = tests.filter(
      (test) => test.ruleFiles.every((name) => files.includes(name)) && isNew(test, directory),
    )
    for (const { name } of present) copyFileSync(new URL(`../tests/${name}`, import.meta.url), join(directory, name))
    const { ok, output } = await promtool(directory, 'test', 'rules', ...present.map(({ name }) => name))
    expect(ok, output).toBe(true)
    expect(present.length).toBeGreaterThan(0)
  }, 240_000)
})

it('every file of unit tests is run in some mode', () => {
  const filesOf = Object.values(examples).map((active) =>
    Object.keys({ ...localRuleFiles(active), ...globalRuleFiles(active) }),
  )
  const never = tests.filter(
    ({ ruleFiles }) => !filesOf.some((files) => ruleFiles.every((name) => files.includes(name))),
  )
  expect(never.map(({ name }) => name)).toEqual([])
  expect(readdirSync(new URL('../tests/', import.meta.url)).filter((name) => !name.endsWith('.test.yaml'))).toEqual([])
})

describe('unit tests', () => {
  const alerts = [...new Set(allRules.filter(isAlert).map(({ alert }) => alert))]
  const records = [...new Set(allRules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))]

  it('show every alert firing', () => {
    const shown = new Set(tests.flatMap(({ firing }) => firing))
    expect(alerts.filter((name) => !shown.has(name))).toEqual([])
  })

  it('show every alert silent that is not meant to fire always', () => {
    const shown = new Set(tests.flatMap(({ silent }) => silent))
    expect(alerts.filter((name) => !shown.has(name))).toEqual(['Watchdog'])
  })

  it('evaluate every recording', () => {
    const shown = new Set(tests.flatMap(({ expressions }) => expressions))
    expect(records.filter((name) => !shown.has(name))).toEqual([])
  })

  it('are about nothing that does not exist', () => {
    const known = new Set([...alerts, ...records])
    expect(
      tests
        .flatMap(({ firing, silent, expressions }) => [...firing, ...silent, ...expressions])
        .filter((name) => !known.has(name)),
    ).toEqual([])
  })
})

describe('rules', () => {
  it('about absent components are left out', () => {
    const alone: Active = { ...examples['sidecar-mode'], components: new Set(['prometheus']) }
    expect(
      Object.keys(localRuleFiles(alone)).filter((name) => /thanos|alertmanager|memcached|remote/.test(name)),
    ).toEqual([])
    expect(globalRuleFiles(alone)).toEqual({})
  })

  it('that compare with an unknown number are left out', () => {
    const { prometheusReplicas: _, storeApis: __, hashrings: ___, ...unknown } = examples['receive-mode']
    const left = alertNames(unknown)
    expect([...alertNames(examples['receive-mode'])].filter((name) => !left.has(name))).toEqual([
      'PrometheusReplicaMissing',
      'ThanosQueryEndpointsMissing',
      'ThanosReceiveHashringSizeWrong',
      'ThanosReceiveQuorumLost',
    ])
  })

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [5, 2],
  ])('with %i copies allow %i ingestors to be down', (replicationFactor, spare) => {
    const active: Active = { ...examples['receive-mode'], replicationFactor, hashrings: { a: 5, b: 3 } }
    const rule = rulesOf(active)
      .filter(isAlert)
      .find(({ alert }) => alert === 'ThanosReceiveQuorumLost')
    expect(rule?.expr).toBe(`8 - (sum(up{job="thanos-receive-ingestor"}) or vector(0)) > ${spare}`)
  })

  it('of one Alertmanager expect no cluster', () => {
    expect([...alertNames({ ...examples['sidecar-mode'], alertmanagers: 1 })]).not.toContain(
      'AlertmanagerMembersMissing',
    )
  })

  it('are the same when read by YAML 1.1', () => {
    const file = localRuleFiles(examples['receive-mode'])['nodes.yaml']
    expect(file).toBeDefined()
    if (file !== undefined) expect(parse(ruleFileText(file), { version: '1.1' })).toEqual(file)
  })
})
