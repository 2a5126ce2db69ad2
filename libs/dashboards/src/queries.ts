import { isJsonObject, type Json, type JsonObject } from '@thanos-fleet/json'

/** A query of a dashboard. */
export interface PanelQuery {
  /** The panel's title. */
  panel: string
  /** PromQL with the dashboard's variables still in it: see {@link substitute}. */
  expr: string
}

/** All queries of the panels of a dashboard, in reading order. @param json the text of a dashboard */
export function queries(json: string): PanelQuery[] {
  const dashboard: Json = JSON.parse(json)
  return members(dashboard, 'panels').flatMap((panel) =>
    members(panel, 'targets').flatMap((target) =>
      typeof target.expr === 'string' && typeof panel.title === 'string'
        ? [{ panel: panel.title, expr: target.expr }]
        : [],
    ),
  )
}

/** The values that Grafana would put in: of the variables that dashboards define, and of its own. */
export interface Values {
  variables: Readonly<Record<string, string>>
  /** A PromQL duration for `$__rate_interval`. */
  rateInterval: string
}

/**
 * A query with its variables replaced.
 * @throws RangeError for a variable that has no value
 */
export function substitute(expr: string, { variables, rateInterval }: Values): string {
  return expr.replaceAll(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, plain: string | undefined) => {
    const name = braced ?? plain ?? ''
    const value = name === '__rate_interval' ? rateInterval : variables[name]
    if (value === undefined) throw new RangeError(`the query uses $${name}, which is not defined: ${expr}`)
    return value
  })
}

function members(value: Json, key: string): JsonObject[] {
  if (!isJsonObject(value)) return []
  const list = value[key]
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}
