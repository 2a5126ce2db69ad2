import { ownValue } from '@thanos-fleet/json'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'

/**
 * A number of an expression that clusters may set otherwise, as it is shipped. In the texts of an alert, `%{name}` stands
 * for it: as a number in the expression, as people read it in summary and description.
 */
export type Threshold =
  /** A share, above 0 and at most 1. */
  | { kind: 'ratio'; shipped: number }
  /** A number of things, above 0. */
  | { kind: 'number'; shipped: number }
  /** A time; in the expression its seconds. */
  | { kind: 'duration'; shipped: Duration }

export type Thresholds = Readonly<Record<string, Threshold>>

/** What a cluster sets, by name of the threshold. */
export type ThresholdValues = Readonly<Record<string, number | Duration>>

export function ratio(shipped: number): Threshold {
  return { kind: 'ratio', shipped }
}

export function number(shipped: number): Threshold {
  return { kind: 'number', shipped }
}

export function duration(shipped: Duration): Threshold {
  return { kind: 'duration', shipped }
}

/** What must be written instead of a value that a threshold cannot have; undefined: it can have it. */
export function wrongValue({ kind }: Threshold, value: number | Duration): string | undefined {
  if (kind === 'duration')
    return typeof value === 'string' && seconds(value) > 0 ? undefined : 'a duration, such as 90s'
  if (kind === 'ratio') {
    return typeof value === 'number' && value > 0 && value <= 1
      ? undefined
      : 'a share above 0 and at most 1, such as 0.05'
  }
  return typeof value === 'number' && value > 0 ? undefined : 'a number above 0'
}

const placeholder = /%\{(\w+)\}/g

/** The names of the thresholds that a text has. */
export function thresholdsIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name)
}

/** An expression with its numbers. @throws RangeError when a threshold is not declared */
export function numbersIn(expr: string, thresholds: Thresholds, values: ThresholdValues = {}): string {
  return expr.replaceAll(placeholder, (_, name: string) => {
    const value = valueOf(name, thresholds, values)
    return String(typeof value === 'number' ? value : seconds(value))
  })
}

/** A text with its numbers for people. @throws RangeError when a threshold is not declared */
export function wordsIn(text: string, thresholds: Thresholds, values: ThresholdValues = {}): string {
  return text.replaceAll(placeholder, (_, name: string) => {
    const value = valueOf(name, thresholds, values)
    if (typeof value === 'string') return inWords(value)
    // Of a share that is no whole number of percent, only as many digits as it has.
    return thresholds[name]?.kind === 'ratio' ? `${Number((value * 100).toFixed(6))}%` : String(value)
  })
}

function valueOf(name: string, thresholds: Thresholds, values: ThresholdValues): number | Duration {
  const threshold = ownValue(thresholds, name)
  if (threshold === undefined) throw new RangeError(`no threshold ${name} is declared`)
  return ownValue(values, name) ?? threshold.shipped
}

const units: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  y: 'year',
}

function inWords(value: Duration): string {
  const [, count = '', unit = ''] = /^(\d+)([a-z]+)$/.exec(value) ?? []
  return `${count} ${units[unit] ?? unit}${count === '1' ? '' : 's'}`
}
