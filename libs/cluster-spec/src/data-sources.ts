import { isObject, type Json } from '@thanos-fleet/json'
import type { DataSource } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** The data source of the stack, by which every dashboard of it asks. */
export const stackSource = { name: 'Thanos', uid: 'thanos' } as const

/** The variable that a key of `secureJsonData` reaches Grafana by. */
export function secureVariable(index: number, key: string): string {
  return `DATASOURCE_${index + 1}_${key}`
}

/** Those of all data sources. */
export function secureVariables(sources: readonly DataSource[]): string[] {
  return sources.flatMap(({ secureJsonData }, index) =>
    Object.keys(secureJsonData).map((key) => secureVariable(index, key)),
  )
}

/**
 * The variables that Grafana looks up in the texts of a value: `$NAME`, `${NAME}` and `$__env{NAME}`; `$$` is a dollar sign.
 * Source: https://grafana.com/docs/grafana/latest/administration/provisioning/#use-environment-variables
 */
export function dataSourceVariables(value: Json, path: Path = []): { name: string; path: Path }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => dataSourceVariables(item, [...path, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => dataSourceVariables(item, [...path, key]))
  if (typeof value !== 'string') return []
  const found = value.replaceAll('$$', '').matchAll(/\$(?:(__\w+)?\{([^}]*)\}|(\w+))/g)
  return [...found].flatMap(([, provider, braced, bare]) =>
    provider === undefined || provider === '__env' ? [{ name: (braced ?? bare ?? '').trim(), path }] : [],
  )
}
