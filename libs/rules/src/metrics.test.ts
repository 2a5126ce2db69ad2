import { describe, expect, it } from 'vitest'
import { jobs } from './jobs.ts'
import { isAlert } from './rule-file.ts'
import { globalRuleFiles, localRuleFiles } from './rule-files.ts'
import { examples } from './testing/examples.ts'
import { metricsOf, usesOf } from './testing/metrics.ts'

const rules = Object.values(examples).flatMap((active) =>
  [...Object.values(localRuleFiles(active)), ...Object.values(globalRuleFiles(active))].flatMap((file) =>
    file.groups.flatMap((group) => group.rules),
  ),
)
const recorded = new Set(rules.flatMap((rule) => (isAlert(rule) ? [] : [rule.record])))
const uses = new Map(
  rules.flatMap((rule) => usesOf(rule.expr).map((use) => [`${use.job}/${use.metric}`, use] as const)),
)

describe('every metric of a rule', () => {
  it.each([...uses.values()].filter(({ metric }) => !metric.includes(':') && metric !== 'up'))(
    '$metric is exposed by the job $job',
    ({ metric, job }) => {
      expect([...metricsOf(job ?? '')]).toContain(metric)
    },
  )

  it.each([...uses.values()].filter(({ metric }) => metric.includes(':')))('$metric is recorded', ({ metric }) => {
    expect([...recorded]).toContain(metric)
  })

  it('can change', () => {
    // Set to 1 by every hashring file that was loaded, and to 0 by none: pkg/receive/config.go of Thanos v0.42.4.
    expect([...uses.values()].map(({ metric }) => metric)).not.toContain('thanos_receive_config_last_reload_successful')
  })

  it('comes from a job that Prometheus scrapes', () => {
    const selected = new Set([...uses.values()].flatMap(({ job }) => (job === null ? [] : [job])))
    expect([...selected].filter((job) => !jobs.some((known) => known === job))).toEqual([])
  })

  it('is found in selectors with and without a job, and in names of recorded series', () => {
    expect(usesOf('rate(a_total{job="x", code="5"}[5m]) / b{job!="y"} > level:m:op')).toEqual([
      { metric: 'a_total', job: 'x' },
      { metric: 'b', job: null },
      { metric: 'level:m:op', job: null },
    ])
  })
})
