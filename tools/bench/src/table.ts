import { columns, markdownTable } from '@thanos-fleet/text/tables'
import type { Comparison } from './cases/case.ts'
import type { Measured } from './rounds.ts'
import { ratios, type Sample, sample } from './statistics.ts'

const head = ['task', 'clusters', 'what', 'median', 'least – most', 'ratio', 'least – most', 'peak memory']
/** All columns but the task and what was measured. */
const numbers = [1, 3, 4, 5, 6, 7]

/** The comparisons as rows of a table, below its head. Ratios: how many times as long the first of a task took. */
export function rows(comparisons: readonly Comparison[]): string[][] {
  return [head, ...comparisons.flatMap(rowsOf)]
}

function rowsOf({ task, clusters, measured }: Comparison): string[][] {
  const [first] = measured
  if (first === undefined) return []
  const named = (index: number) => (index === 0 ? [task, String(clusters)] : ['', ''])
  const rows = measured.map((one, index) => [
    ...named(index),
    one.name,
    ...cells(sample(one.milliseconds), duration),
    ...(one === first ? ['', ''] : cells(ratios(first.milliseconds, one.milliseconds), factor)),
    one.peakBytes === undefined ? '' : `${(one.peakBytes / 2 ** 20).toFixed(0)} MiB`,
  ])
  return [...rows, ...(task === 'nothing to do' ? [together(first, measured.slice(1))] : [])]
}

/** A program in Node cannot be quicker than Node, so its start counts as well. */
function together(first: Measured, others: readonly Measured[]): string[] {
  const sumOf = (round: number) => others.reduce((sum, other) => sum + (other.milliseconds[round] ?? 0), 0)
  const sums = first.milliseconds.map((_, round) => sumOf(round))
  const name = others.map((other) => other.name).join(' + ')
  return ['', '', name, ...cells(sample(sums), duration), ...cells(ratios(first.milliseconds, sums), factor), '']
}

function cells({ median, least, most }: Sample, format: (value: number) => string): [string, string] {
  return [format(median), `${format(least)} – ${format(most)}`]
}

function duration(milliseconds: number): string {
  return milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

function factor(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)}×`
}

/** For the terminal. */
export function text(table: readonly string[][]): string {
  return columns(table, { numbers }).join('\n')
}

/** For documents. */
export function markdown([first = head, ...rest]: readonly string[][]): string {
  return `${markdownTable(first, rest, { numbers })}\n`
}
