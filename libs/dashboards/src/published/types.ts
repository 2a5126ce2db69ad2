import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge'
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard'
import type * as gauge from '@grafana/grafana-foundation-sdk/gauge'
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap'
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart'
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus'
import type * as stat from '@grafana/grafana-foundation-sdk/stat'
import type * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline'
import type * as table from '@grafana/grafana-foundation-sdk/table'
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries'
import type * as units from '@grafana/grafana-foundation-sdk/units'

/**
 * A dashboard as it stands in a file, by the types that Grafana publishes. Where they say `any`, the type of what this
 * repository writes there takes its place, and `never` where it writes nothing: what nobody has described cannot be checked.
 */
export type PublishedDashboard = Plain<
  Replace<
    dashboard.Dashboard,
    {
      panels: (PanelOfAnyKind | Replace<dashboard.RowPanel, { panels: PanelOfAnyKind[] }>)[]
      // The published type also has an object, of any kind, for data sources that need one.
      templating: { list?: Replace<dashboard.VariableModel, { query?: string }>[] }
      annotations: { list?: Replace<dashboard.AnnotationQuery, { target?: prometheus.Dataquery }>[] }
      // Holds a dashboard of the unchecked type, and is Grafana's to write.
      snapshot?: never
    }
  >
>

/** The published types of a panel's `options` and of `fieldConfig.defaults.custom`, by its `type`; never: it has none. */
interface Kinds {
  bargauge: [bargauge.Options, never]
  gauge: [gauge.Options, never]
  heatmap: [heatmap.Options, heatmap.FieldConfig]
  piechart: [piechart.Options, piechart.FieldConfig]
  stat: [stat.Options, never]
  'state-timeline': [statetimeline.Options, statetimeline.FieldConfig]
  table: [table.Options, table.FieldConfig]
  timeseries: [timeseries.Options, timeseries.FieldConfig]
}

type PanelOfAnyKind = { [Kind in keyof Kinds]: PanelOf<Kind> }[keyof Kinds]

type PanelOf<Kind extends keyof Kinds> = Replace<
  dashboard.Panel,
  {
    type: Kind
    options: Kinds[Kind][0]
    fieldConfig: { defaults: Fields<Kinds[Kind][1]>; overrides: Override<Kinds[Kind][1]>[] }
    // The published type knows only what queries of all data sources have in common.
    targets: prometheus.Dataquery[]
    // Their options are of any type.
    transformations?: never
  }
>

/** A unit that Grafana does not know is not refused by it: it becomes the text behind the number. */
type Fields<Custom> = Replace<dashboard.FieldConfig, { unit: (typeof units)[keyof typeof units]; custom?: Custom }>

interface Override<Custom> {
  /** Of all matchers those that take a text: byName, byRegexp, byType, byFrameRefID. */
  matcher: { id: string; options: string }
  properties: (
    Property<Omit<Fields<Custom>, 'custom'>, ''> | (Custom extends object ? Property<Custom, 'custom.'> : never)
  )[]
}

/** The value of an override has the type of the field that it overrides. */
type Property<Values, Prefix extends string> = {
  [Key in keyof Values & string]-?: { id: `${Prefix}${Key}`; value: NonNullable<Values[Key]> }
}[keyof Values & string]

type Replace<Type, By> = Omit<Type, keyof By> & By

/** What of a type is in JSON: the texts of enumerations, and no methods, by which the SDK tells its types apart. */
type Plain<Type> = Type extends string
  ? `${Type}`
  : Type extends readonly (infer Item)[]
    ? Plain<Item>[]
    : Type extends object
      ? { [Key in keyof Type as Type[Key] extends () => void ? never : Key]: Plain<Type[Key]> }
      : Type
