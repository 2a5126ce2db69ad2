import { completeDefaults, modes } from '@thanos-fleet/cluster-spec'
import { jobs } from '@thanos-fleet/rules'
import { factsOf } from '@thanos-fleet/connections'
import { mostConfigMapBytes } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { oversizedConfigMaps } from './config-map-sizes.ts'
import { dashboardFiles, globalRules, localRules } from './contents.ts'
import { desired } from './desired.ts'
import { extraConflicts } from './extra-conflicts.ts'

interface Rule {
  alert?: string
  record?: string
  labels?: { severity: string }
}

const rulesIn = (text: string): Rule[] => {
  const { groups }: { groups: { rules: Rule[] }[] } = parse(text)
  return groups.flatMap(({ rules }) => rules)
}
const file = (path: string, value: object) => ({ path, text: JSON.stringify(value, null, 2) })

describe.each(modes)('names in files of the cluster folder that generated things have, %s', (mode) => {
  const spec = completeDefaults(mode, 'test')
  const context = { spec, facts: factsOf(spec) }
  const conflictsOf = (extra: Partial<typeof spec.extra>) =>
    extraConflicts({ ...spec, extra: { ...spec.extra, ...extra } })
  const ours = [...Object.values(localRules(context)), ...Object.values(globalRules(context))].flatMap(rulesIn)
  const withRules = (rules: Rule[]) =>
    conflictsOf({ rules: [file('rules/mine.yaml', { groups: [{ name: 'mine', rules }] })] })

  it('are refused in rules for Thanos Rule as well', () => {
    const text = file('rules/mine.yaml', { groups: [{ name: 'mine', rules: ours }] })
    expect(conflictsOf({ globalRules: [text] })).toHaveLength(ours.length)
  })

  it('are refused for every alert and every recording rule, where they stand', () => {
    expect(ours.length).toBeGreaterThan(60)
    const found = withRules(ours)
    expect(found).toHaveLength(ours.length)
    expect(found.every(({ line, file: path }) => line > 1 && path === 'rules/mine.yaml')).toBe(true)
    expect(new Set(found.map(({ line }) => line)).size).toBe(ours.length)
  })

  it('are taken where the severity or the name differs', () => {
    expect(
      withRules(ours.flatMap(({ alert }) => (alert === undefined ? [] : [{ alert, labels: { severity: 'mine' } }]))),
    ).toEqual([])
    expect(withRules([{ alert: 'Mine', labels: { severity: 'critical' } }, { record: 'mine:up:sum' }])).toEqual([])
  })

  it('are refused for the uid and the title of every dashboard', () => {
    const boards = Object.values(dashboardFiles(context)).map((text): { title: string; uid: string } =>
      JSON.parse(text),
    )
    expect(boards.length).toBeGreaterThan(3)
    for (const { title, uid } of boards) {
      expect(conflictsOf({ dashboards: [file('d/a.json', { title, uid: 'mine' })] })).toMatchObject([
        { line: 2, column: 12 },
      ])
      expect(conflictsOf({ dashboards: [file('d/a.json', { title: 'Mine', uid })] })).toMatchObject([
        { line: 3, column: 10 },
      ])
    }
    expect(conflictsOf({ dashboards: [file('d/a.json', { title: 'Mine', uid: 'mine' })] })).toEqual([])
  })

  it('are refused for every scrape job, also of parts that this cluster lacks', () => {
    const named = (names: readonly string[]) => [
      file('s/a.yaml', { scrape_configs: names.map((name) => ({ job_name: name })) }),
    ]
    expect(conflictsOf({ scrapeJobs: named(jobs) }).map(({ message }) => message)).toEqual(
      jobs.map((name) => `a generated scrape job has the name "${name}"`),
    )
    expect(conflictsOf({ scrapeJobs: named(['blackbox']) })).toEqual([])
  })
})

describe('a ConfigMap that Kubernetes would refuse', () => {
  const config = (name: string, text: string) => ({
    name,
    namespace: 'thanos',
    files: { 'a.yaml': text },
    onChange: 'reload' as const,
  })
  const room = mostConfigMapBytes - 'a.yaml'.length

  it('is found, whether it is made from files or not, by the bytes of its keys and values', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'other' },
      data: { 'a.yaml': 'a'.repeat(room + 1) },
    }
    const state = {
      objects: [object],
      configs: [config('fits', 'a'.repeat(room)), config('wide', 'ä'.repeat(room / 2 + 1))],
    }
    expect(oversizedConfigMaps(state).map(({ name }) => name)).toEqual(['wide', 'other'])
  })

  it.each(modes)('is none of the shipped ones: %s', (mode) => {
    expect(oversizedConfigMaps(desired(completeDefaults(mode, 'test')))).toEqual([])
  })
})
