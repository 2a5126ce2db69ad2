import type { Json, JsonObject } from '@thanos-fleet/json'
import type { Panel } from '../template.ts'
import { placesIn } from './damage.testing.ts'

interface Dashboard extends JsonObject {
  panels: Panel[]
}

/** What the published type demands of every dashboard. */
const smallest = { schemaVersion: 42, templating: {}, annotations: {} }

/** What no shipped dashboard uses yet, and the next one may. */
const override: Panel = {
  id: 1,
  type: 'timeseries',
  title: 'Override',
  gridPos: { h: 8, w: 8, x: 0, y: 0 },
  options: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  fieldConfig: {
    defaults: { unit: 'short' },
    overrides: [
      { matcher: { id: 'byName', options: 'limit' }, properties: [{ id: 'custom.fillOpacity', value: 0 }] },
      { matcher: { id: 'byName', options: 'used' }, properties: [{ id: 'unit', value: 'bytes' }] },
    ],
  },
  targets: [{ expr: 'up', refId: 'A' }],
}

/** A small dashboard to damage. */
export interface Sample {
  name: string
  value: Json
  /** The part of it that is damaged; the rest is what the type demands besides. */
  about: string
}

/**
 * For tests: of dashboards their frames and their panels of each type, as many as it takes for every member that one of them
 * has.
 *
 * @param texts dashboards as JSON
 */
export function samplesOf(texts: readonly string[]): Sample[] {
  const dashboards = texts.map((text): Dashboard => JSON.parse(text))
  const panels = dashboards.flatMap(({ panels }) => panels)
  const types = [...new Set(panels.map(({ type }) => type))]
  return [
    ...various(dashboards.map((dashboard) => ({ ...dashboard, panels: [] }))).map((value) => ({
      name: 'dashboard',
      value,
      about: '',
    })),
    ...types.flatMap((type) =>
      various(panels.filter((panel) => panel.type === type)).map((panel) => ofPanel(type, panel)),
    ),
    ofPanel('override', override),
  ]
}

function ofPanel(name: string, panel: Json): Sample {
  return { name, value: { ...smallest, panels: [panel] }, about: '.panels[]' }
}

/** Those that have a member which none before has. */
function various(values: readonly Json[]): Json[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const more = placesIn(value).filter((place) => !seen.has(place))
    for (const place of more) seen.add(place)
    return more.length > 0
  })
}
