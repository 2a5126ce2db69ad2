import { modes } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { selectorsOf } from '@thanos-fleet/promql'
import { desired } from '@thanos-fleet/stack'
import { expect, it } from 'vitest'
import { absences, reasonFor } from './absent.ts'
import { dashboardsIn } from './dashboards.ts'

const asked = modes.flatMap((mode) =>
  dashboardsIn(desired(exampleCluster(mode).spec)).flatMap(({ queries }) => queries),
)

it.each(absences)('is about queries that dashboards have: $reason', (absence) => {
  const own = asked.filter(
    ({ panel, expr }) =>
      (absence.panel === undefined || absence.panel === panel) &&
      (absence.selects === undefined || selectorsOf(expr).some(absence.selects)),
  )
  expect(own.length).toBeGreaterThan(0)
  expect(
    own.every(
      (query) => reasonFor(query, new Set(absence.where === undefined ? [] : [absence.where])) === absence.reason,
    ),
  ).toBe(true)
})

it('lets all others have data, and those of containers where kubelets name them', () => {
  expect(asked.filter((query) => reasonFor(query, new Set()) === null).length).toBeGreaterThan(asked.length * 0.9)
})

it.each(['job="cadvisor", container!=""', 'container!="",job="cadvisor"'])(
  'excuses names of containers only where kubelets know none: %s',
  (matchers) => {
    const cpu = { expr: `rate(container_cpu_usage_seconds_total{${matchers}}[5m])` }
    expect(reasonFor(cpu, new Set())).toBeNull()
    expect(reasonFor(cpu, new Set(['kubelets name no containers']))).toContain('containerd.sock')
    expect(
      reasonFor({ expr: 'rate(a{job="cadvisor"}[5m]) / b{container!=""}' }, new Set(['kubelets name no containers'])),
    ).toBeNull()
  },
)
