import { expect, it } from 'vitest'
import { dashboardsIn } from './dashboards.ts'

const text = JSON.stringify({
  panels: [{ title: 'Heading' }, { title: 'First', targets: [{ expr: 'up' }, { expr: 'count(up)', instant: true }] }],
  templating: {
    list: [
      { name: 'cluster', type: 'query', query: 'label_values(up{job="a, b"}, cluster)' },
      {
        name: 'node',
        type: 'query',
        query: 'label_values(node_info{cluster="$cluster"}, node)',
        includeAll: true,
        allValue: '.*',
      },
    ],
  },
})
const state = (name: string, file = text) => ({
  objects: [],
  configs: [{ name, namespace: 'thanos', files: { 'a.json': file }, onChange: 'reload' as const }],
})

it('reads queries in the order of panels, and what people choose from', () => {
  expect(dashboardsIn(state('grafana-dashboards'))).toEqual([
    {
      name: 'a',
      queries: [
        { dashboard: 'a', panel: 'First', expr: 'up', instant: false },
        { dashboard: 'a', panel: 'First', expr: 'count(up)', instant: true },
      ],
      variables: [
        { name: 'cluster', selector: 'up{job="a, b"}', label: 'cluster', all: null },
        { name: 'node', selector: 'node_info{cluster="$cluster"}', label: 'node', all: '.*' },
      ],
    },
  ])
})

it('refuses variables that it cannot choose for, and a cluster without dashboards', () => {
  expect(() =>
    dashboardsIn(state('grafana-dashboards', text.replace('label_values(up{job=', 'query_result(up{job='))),
  ).toThrow('the variable cluster is no list of label values')
  expect(() => dashboardsIn(state('grafana-other'))).toThrow('no ConfigMap grafana-dashboards')
})
