import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  QueryVariableBuilder,
  TimePickerBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { datasource } from './datasource.ts'

/** Every dashboard of this repository carries it; the links at the top list all that do. */
const tag = 'thanos-fleet'

/** What is particular to one dashboard besides its panels. */
export interface Frame {
  /** Part of its address in Grafana: never change it, people have bookmarks. */
  uid: string
  title: string
  description: string
  variables: readonly QueryVariableBuilder[]
}

/** A dashboard without panels. */
export function frame({ uid, title, description, variables }: Frame) {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([tag])
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-3h', to: 'now' })
    .refresh('1m')
    .timezone('browser')
    .timepicker(new TimePickerBuilder().refreshIntervals(['30s', '1m', '5m', '30m']))
    .link(
      new DashboardLinkBuilder('Dashboards')
        .type(DashboardLinkType.Dashboards)
        .tags([tag])
        .asDropdown(false)
        .includeVars(true)
        .keepTime(true),
    )
  for (const variable of variables) builder.withVariable(variable)
  return builder.build()
}

/** The cluster, by the external label that all series and blocks carry. */
export const clusterVariable = () => variable('cluster', 'Cluster', 'label_values(up{job="prometheus"}, cluster)')

/** The namespace in which the stack runs. */
export const stackNamespaceVariable = () =>
  variable('namespace', 'Namespace', 'label_values(up{cluster="$cluster", job="thanos-query"}, namespace)')

/** One or more values, or all of them; `name` must be used with `=~`. */
export function manyOf(name: string, label: string, query: string): QueryVariableBuilder {
  return variable(name, label, query)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ text: ['All'], value: ['$__all'] })
}

function variable(name: string, label: string, query: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(datasource)
    .query(query)
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
}
