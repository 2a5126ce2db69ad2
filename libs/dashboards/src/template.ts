import type { Mode } from '@thanos-fleet/catalog'
import type { JsonObject } from '@thanos-fleet/json'
import { place } from '@thanos-fleet/product'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A panel of Grafana, as far as this library looks into it. */
export interface Panel extends JsonObject {
  id: number
  type: string
  title: string
  gridPos: { h: number; w: number; x: number; y: number }
}

/** Panels under one heading. Their places count from the heading, so that sections can be left out. */
export interface Section {
  /** The component that must be there for the section to make sense; null: always. */
  component: string | null
  /** The heading and, below it, the panels. */
  panels: Panel[]
}

/** A dashboard before it is known which components a cluster has. */
export interface Template {
  /** All of the dashboard but its panels. */
  dashboard: JsonObject
  sections: Section[]
}

/** The file names, without `.json`, of the dashboards. */
export type DashboardName = 'nodes' | 'cluster' | 'thanos-overview' | Mode

const folder = join(place.root, 'libs/dashboards/src/generated')
const read = new Map<DashboardName, Template>()

/**
 * A committed template, written by `nx run dashboards:generate`. The SDK that makes them takes longer to load than a
 * whole cluster to generate, and therefore is not loaded here.
 */
export function template(name: DashboardName): Template {
  const known = read.get(name)
  if (known !== undefined) return known
  const parsed: Template = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  read.set(name, parsed)
  return parsed
}
