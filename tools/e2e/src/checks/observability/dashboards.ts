import type { State } from '@thanos-fleet/kustomize'
import { z } from 'zod'

/** A panel's query, as the dashboard has it. */
export interface Asked {
  /** The file, without `.json`. */
  dashboard: string
  panel: string
  /** PromQL, with variables. */
  expr: string
  /** Of one moment, or over the time that the dashboard shows. */
  instant: boolean
}

/** A variable that people choose values of above a dashboard. */
export interface Variable {
  name: string
  /** The label whose values are offered. */
  label: string
  /** Of the series that this selects; it may use variables before it. */
  selector: string
  /** What stands for all of them; null: one is chosen. */
  all: string | null
}

export interface Dashboard {
  name: string
  variables: Variable[]
  queries: Asked[]
}

const configName = 'grafana-dashboards'

const shape = z.object({
  panels: z.array(
    z.object({
      title: z.string(),
      targets: z.array(z.object({ expr: z.string(), instant: z.boolean().default(false) })).default([]),
    }),
  ),
  templating: z.object({
    list: z.array(
      z.object({
        name: z.string(),
        type: z.literal('query'),
        query: z.string(),
        includeAll: z.boolean().default(false),
        allValue: z.string().nullish(),
      }),
    ),
  }),
})

/** The dashboards that Grafana is given. @throws Error when there are none, or one cannot be read */
export function dashboardsIn({ configs }: State): Dashboard[] {
  const files = configs.find(({ name }) => name === configName)?.files
  if (files === undefined) throw new Error(`there is no ConfigMap ${configName}`)
  return Object.entries(files).map(([file, text]) => {
    const dashboard = file.replace(/\.json$/, '')
    const { panels, templating } = shape.parse(JSON.parse(text))
    return {
      name: dashboard,
      variables: templating.list.map(variableOf),
      queries: panels.flatMap(({ title, targets }) =>
        targets.map(({ expr, instant }) => ({ dashboard, panel: title, expr, instant })),
      ),
    }
  })
}

type Listed = z.infer<typeof shape>['templating']['list'][number]

function variableOf({ name, query, includeAll, allValue }: Listed): Variable {
  const match = /^label_values\((.*), *(\w+)\)$/s.exec(query)
  if (match === null) throw new Error(`the variable ${name} is no list of label values: ${query}`)
  const [, selector = '', label = ''] = match
  return { name, label, selector, all: includeAll ? (allValue ?? '.*') : null }
}
