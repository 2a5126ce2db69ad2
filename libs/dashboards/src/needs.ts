import { type ComponentName, componentNames } from '@thanos-fleet/catalog'
import type { Panel, Section } from './template.ts'

/** What a component measures about its dealings with another, without which they say nothing. */
const about: readonly [metric: RegExp, component: ComponentName][] = [
  [/\b(prometheus_notifications|thanos_alert)_/, 'alertmanager'],
]

const needs = new WeakMap<Panel, readonly ComponentName[]>()

/** The components without which a panel would stay empty: those whose jobs it selects, and those that it is about. */
export function neededBy(panel: Panel): readonly ComponentName[] {
  const known = needs.get(panel)
  if (known !== undefined) return known
  const text = JSON.stringify(panel)
  const found = [
    ...componentNames.filter((name) => text.includes(`job=\\"${name}\\"`)),
    ...about.filter(([metric]) => metric.test(text)).map(([, component]) => component),
  ]
  needs.set(panel, found)
  return found
}

/** A section as it is for a cluster with these components; undefined where nothing but its heading would be left. */
export function sectionFor(section: Section, components: ReadonlySet<string>): Section | undefined {
  if (section.component !== null && !components.has(section.component)) return undefined
  const kept = section.panels.filter((panel) => neededBy(panel).every((name) => components.has(name)))
  if (kept.length === section.panels.length) return section
  return kept.some(({ type }) => type !== 'row') ? { ...section, panels: closedUp(kept) } : undefined
}

/** Columns of a dashboard. Source: https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
const columns = 24

/** The panels in their order without gaps, as many in a line as fit. */
function closedUp(panels: readonly Panel[]): Panel[] {
  let [x, y, height] = [0, 0, 0]
  return panels.map((panel) => {
    const { w, h } = panel.gridPos
    if (x + w > columns) [x, y, height] = [0, y + height, 0]
    const moved = { ...panel, gridPos: { ...panel.gridPos, x, y } }
    x += w
    height = Math.max(height, h)
    return moved
  })
}
