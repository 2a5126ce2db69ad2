import type { Mode } from '@thanos-fleet/catalog'
import { formatJson } from './format.ts'
import { sectionFor } from './needs.ts'
import { template, type DashboardName, type Panel, type Section } from './template.ts'

/** What decides about the dashboards of a cluster. */
export interface ActiveParts {
  /** The components that the cluster has, by their names in libs/connections. */
  components: ReadonlySet<string>
  mode: Mode
}

const rendered = new Map<string, string>()

/**
 * The dashboards of a cluster as files for Grafana's provisioning: its nodes, its workloads, Thanos, and its mode.
 * Sections about components that the cluster does not have are left out, and so are panels that show what only such a
 * component measures; ids of panels do not depend on that.
 *
 * @returns file name (`nodes.json`) to JSON text; equal input gives equal text
 */
export function dashboards(active: ActiveParts): Record<string, string> {
  const names: DashboardName[] = ['cluster', 'nodes', active.mode, 'thanos-overview']
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const text = dashboard(name, active.components)
      return text === null ? [] : [[`${name}.json`, text]]
    }),
  )
}

/** One dashboard; null where the cluster has nothing that it could show. */
function dashboard(name: DashboardName, components: ReadonlySet<string>): string | null {
  const { dashboard, sections } = template(name)
  const chosen = sections.flatMap((section) => sectionFor(section, components) ?? [])
  if (chosen.length === 0) return null
  // Most clusters of a fleet choose the same panels: the text is made once.
  const key = [name, ...chosen.flatMap(({ panels }) => panels.map(({ id }) => id))].join(' ')
  const known = rendered.get(key)
  if (known !== undefined) return known
  const text = formatJson({ ...dashboard, panels: placed(chosen) })
  rendered.set(key, text)
  return text
}

/** The panels of the sections, each section below the one before. */
function placed(sections: readonly Section[]): Panel[] {
  let top = 0
  return sections.flatMap(({ panels }) => {
    const moved = panels.map((panel) => ({ ...panel, gridPos: { ...panel.gridPos, y: panel.gridPos.y + top } }))
    top = Math.max(...moved.map(({ gridPos }) => gridPos.y + gridPos.h))
    return moved
  })
}
