import { type ClusterSpec, completeDefaults, type RelabelConfig } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { relabelConflicts } from './relabel-conflicts.ts'

const spec = completeDefaults('sidecar-mode', 'test')
const dropName = (regex: string): RelabelConfig => ({ sourceLabels: ['__name__'], regex, action: 'drop' })

function conflicts(job: string, steps: RelabelConfig[], change: Partial<ClusterSpec> = {}): string[] {
  const changed = { ...spec, ...change }
  const prometheus = { ...changed.prometheus, metricRelabelConfigs: { [job]: steps } }
  return relabelConflicts({ ...changed, prometheus }).map(
    ({ severity, code, remedy }) => `${severity} ${code}: ${remedy}`,
  )
}

describe('steps for the series of a job', () => {
  it('are for a job that there is', () => {
    expect(conflicts('kubelets', [dropName('x')])).toEqual(['error unknown-job: did you mean "kubelet"?'])
    expect(conflicts('thanos-receive-router', [dropName('x')])).toHaveLength(1)
    for (const job of ['kubelet', 'apiserver', 'thanos-query', 'node-exporter'])
      expect(conflicts(job, [dropName('x')])).toEqual([])
  })

  it.each<[string, RelabelConfig[]]>([
    ['dropping it', [dropName('kubelet_volume_.+')]],
    ['keeping others only', [{ sourceLabels: ['__name__'], regex: 'kubelet_node_.+', action: 'keep' }]],
    [
      'renaming it',
      [{ sourceLabels: ['__name__'], regex: 'kubelet_(.+)', targetLabel: '__name__', replacement: 'k_$1' }],
    ],
    ['renaming its job', [{ targetLabel: 'job', replacement: 'x' }]],
    ['dropping its job', [{ regex: 'jo.', action: 'labeldrop' }]],
    ['keeping other labels only', [{ regex: '__name__|node', action: 'labelkeep' }]],
    [
      'dropping it under another name',
      [
        { sourceLabels: ['__name__'], targetLabel: 'was' },
        { sourceLabels: ['was'], regex: 'kubelet_volume.*', action: 'drop' },
      ],
    ],
  ])('do not take a metric from an alert by %s', (_how, steps) => {
    expect(conflicts('kubelet', steps)[0]).toMatch(/^error needed-metric-dropped: .*alerts: \{\w+: false\}$/)
  })

  it('may drop what nothing reads, or some series by labels of which nothing is known', () => {
    expect(conflicts('kubelet', [dropName('kubelet_runtime_operations_.+')])).toEqual([])
    expect(conflicts('kubelet', [{ sourceLabels: ['namespace'], regex: 'shop', action: 'drop' }])).toEqual([])
    expect(conflicts('kubelet', [dropName('up')])).toEqual([])
  })

  it('may drop what an alert reads that is switched off', () => {
    const steps = [dropName('node_nf_conntrack_entries.*')]
    expect(conflicts('node-exporter', steps)[0]).toContain('alerts: {NodeConntrackFilling: false}')
    const off = { alerts: { NodeConntrackFilling: false as const }, grafana: null }
    expect(conflicts('node-exporter', steps, off)).toEqual([])
  })

  it('are only warned about where a panel alone reads the metric', () => {
    const [found] = conflicts('node-exporter', [dropName('node_load5')])
    expect(found).toMatch(/^warning needed-metric-dropped/)
    expect(conflicts('node-exporter', [dropName('node_load5')], { grafana: null })).toEqual([])
  })
})
