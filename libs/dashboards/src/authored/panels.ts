import {
  BigValueGraphMode,
  GraphGradientMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import { ThresholdsConfigBuilder, ThresholdsMode, type Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as TimeSeriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries'
import { datasource } from './datasource.ts'

/** What every panel says about itself. */
interface Common {
  title: string
  /** What the reader sees and when it is bad: shown behind the "i" of the panel. */
  description: string
  /** A unit of Grafana, from the SDK's `units`. */
  unit: string
}

/** Curves over time. */
export interface Graph extends Common {
  /** PromQL and the legend of its series, with labels as `{{label}}`. */
  queries: readonly (readonly [expression: string, legend: string])[]
  /** Columns of 24; a third of the dashboard unless stated. */
  width?: number
  /** Areas on top of each other, for parts of a whole. */
  stacked?: boolean
  /** The upper end of the scale, where there is a natural one. */
  max?: number
  /** The scale may go below zero. */
  negative?: boolean
}

/** One number, the newest. */
export interface Figure extends Common {
  query: string
  /** From this value on the number is orange, then red; descending values mean that less is worse. */
  thresholds?: readonly [warning: number, critical: number]
  width?: number
}

/** A panel and the room it takes, in columns of 24 and rows of 30 pixels; its place is decided by the layout. */
export interface Sized {
  panel: Panel
  width: number
  height: number
}

export function graph(spec: Graph): Sized {
  const builder = new TimeSeriesBuilder()
    .title(spec.title)
    .description(spec.description)
    .datasource(datasource)
    .unit(spec.unit)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .lineWidth(1)
    .showPoints(VisibilityMode.Never)
    .fillOpacity(spec.stacked ? 30 : 10)
    .gradientMode(GraphGradientMode.None)
  if (spec.stacked) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'))
  if (!spec.negative) builder.min(0)
  if (spec.max !== undefined) builder.max(spec.max)
  spec.queries.forEach(([expression, legend], index) =>
    builder.withTarget(target(expression, index).legendFormat(legend).range()),
  )
  return { panel: builder.build(), width: spec.width ?? 8, height: 8 }
}

export function figure(spec: Figure): Sized {
  const builder = new StatBuilder()
    .title(spec.title)
    .description(spec.description)
    .datasource(datasource)
    .unit(spec.unit)
    .graphMode(BigValueGraphMode.None)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .thresholds(new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps(spec.thresholds)))
    .withTarget(target(spec.query, 0).instant())
  return { panel: builder.build(), width: spec.width ?? 4, height: 4 }
}

function target(expression: string, index: number): DataqueryBuilder {
  return new DataqueryBuilder().expr(expression).refId(String.fromCharCode('A'.charCodeAt(0) + index))
}

function steps(thresholds: Figure['thresholds']) {
  if (thresholds === undefined) return [{ value: null, color: 'text' }]
  const [warning, critical] = thresholds
  return warning <= critical
    ? [
        { value: null, color: 'green' },
        { value: warning, color: 'orange' },
        { value: critical, color: 'red' },
      ]
    : [
        { value: null, color: 'red' },
        { value: critical, color: 'orange' },
        { value: warning, color: 'green' },
      ]
}
