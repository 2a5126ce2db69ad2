import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAlert } from '../rule-file.ts'
import { globalRuleFiles, localRuleFiles } from '../rule-files.ts'
import { examples } from '../testing/examples.ts'
import { metricsOf, usesOf } from '../testing/metrics.ts'
import { runbookIndex } from './runbook-index.ts'

const folder = new URL('../../../../docs/runbooks/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const rules = Object.values(examples).flatMap((active) =>
  [...Object.values(localRuleFiles(active)), ...Object.values(globalRuleFiles(active))].flatMap((file) =>
    file.groups.flatMap((group) => group.rules),
  ),
)
const alerts = [...new Set(rules.filter(isAlert).map(({ alert }) => alert))]
const recorded = new Set(rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))

it('there is a page for every alert, and for nothing else', () => {
  expect(pages.toSorted()).toEqual(alerts.map((name) => `${name}.md`).toSorted())
})

it('every rule links the page of its alert', () => {
  const wrong = rules
    .filter(isAlert)
    .filter(({ alert, annotations }) => !annotations.runbook_url.endsWith(`/${alert}.md`))
  expect(wrong).toEqual([])
})

it('the index is up to date: `nx run rules:generate` writes it', () => {
  expect(read('README.md')).toBe(runbookIndex())
})

/** Series that Prometheus writes about targets and alerts, whatever the job. */
const ofPrometheusItself = new Set(['up', 'scrape_duration_seconds', 'ALERTS'])

describe.each(pages)('%s', (page) => {
  const text = read(page)

  it('says what the alert means, what follows from it, how to look closer and what to do', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual([page.replace('.md', ''), 'Meaning', 'Impact', 'Diagnosis', 'Mitigation'])
    expect(text).toMatch(/```(promql|sh)\n/)
    expect(text).toMatch(/^- /m)
  })

  it('asks for metrics that exist', () => {
    const queries = [...text.matchAll(/```promql\n([^`]*)```/g)].flatMap(([, code = '']) => code.trim().split('\n'))
    const unknown = queries
      .flatMap(usesOf)
      .filter(
        ({ metric, job }) =>
          !ofPrometheusItself.has(metric) && !recorded.has(metric) && (job === null || !metricsOf(job).has(metric)),
      )
    expect(unknown).toEqual([])
  })

  it('refers to alerts that exist', () => {
    const names = [...text.matchAll(/`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`/g)].map(([, name]) => name ?? '')
    const prefixes =
      /^(Thanos|Prometheus|Node[A-Z]|Volume|Alertmanager|Memcached|Container[OTW]|Pod[CN]|PersistentVolume|ConfigReloader)/
    expect(
      names.filter((name) => prefixes.test(name) && name !== 'ContainerCreating' && !alerts.includes(name)),
    ).toEqual([])
  })
})
