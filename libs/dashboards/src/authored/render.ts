import { DashboardLinkPlacement, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard'
import type { JsonObject } from '@thanos-fleet/json'
import { formatJson } from '../format.ts'
import type { DashboardName, Panel, Section, Template } from '../template.ts'
import { cluster } from './cluster.ts'
import { frame } from './frame.ts'
import { devFilesystemMode, receiveMode, sidecarMode } from './modes.ts'
import { nodes } from './nodes.ts'
import type { Sized } from './panels.ts'
import type { AuthoredDashboard, AuthoredSection } from './section.ts'
import { thanosOverview } from './thanos-overview.ts'

const columns = 24

/** All dashboards by the names of their files. */
export const authored: Record<DashboardName, AuthoredDashboard> = {
  cluster,
  'dev-filesystem-objstore': devFilesystemMode,
  nodes,
  'receive-mode': receiveMode,
  'sidecar-mode': sidecarMode,
  'thanos-overview': thanosOverview,
}

/** The template of a dashboard, as plain JSON. */
export function render(dashboard: AuthoredDashboard): Template {
  const rendered: JsonObject = plain(frame(dashboard.frame))
  return { dashboard: rendered, sections: dashboard.sections.map(section) }
}

/** The committed text of a dashboard's template. */
export function templateText(dashboard: AuthoredDashboard): string {
  const { dashboard: frame, sections } = render(dashboard)
  return formatJson({
    dashboard: frame,
    sections: sections.map(({ component, panels }) => ({ component, panels })),
  })
}

/** Ids are counted by section, so that a panel added to one does not renumber the others. */
function section({ title, component, panels }: AuthoredSection, index: number): Section {
  const first = (index + 1) * 100
  const heading: Panel = plain(new RowBuilder(title).id(first).gridPos({ x: 0, y: 0, w: columns, h: 1 }).build())
  return { component, panels: [heading, ...flow(panels, first)] }
}

/** Places panels beside each other while they fit, then below; all panels of a line take the height of its first. */
function flow(panels: readonly Sized[], first: number): Panel[] {
  let x = 0
  let y = 1
  let lineHeight = 0
  return panels.map(({ panel, width, height }, index) => {
    if (x + width > columns || (lineHeight !== 0 && height !== lineHeight)) {
      x = 0
      y += lineHeight
    }
    const gridPos = { x, y, w: width, h: height }
    lineHeight = height
    x += width
    return plain<Panel>({ ...panel, id: first + index + 1, gridPos })
  })
}

/** What JSON keeps of a value: members without a value go, and so do the defaults that only say "off". */
function plain<Result extends JsonObject>(value: object): Result {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (isNoise(key, member) ? undefined : member)))
}

/**
 * Members that the SDK always writes: those that mean the same when they are missing, and the only place that it knows for
 * a link, which would take the link from the top of the dashboard into a menu.
 */
function isNoise(key: string, value: unknown): boolean {
  return (
    (key === 'placement' && value === DashboardLinkPlacement.InControlsMenu) ||
    (key === 'transparent' && value === false) ||
    key === 'repeatDirection' ||
    (key === 'skipUrlSync' && value === false) ||
    key === 'auto' ||
    key === 'auto_min' ||
    key === 'auto_count'
  )
}
