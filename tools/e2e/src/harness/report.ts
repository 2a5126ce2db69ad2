import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../check.ts'
import type { Fault } from './fault.ts'
import { faults } from '../faults/index.ts'
import { atMost } from './verdict.ts'

export const documentPath = 'docs/reliability.md'
const [begin, end] = ['<!-- faults: written by the test -->', '<!-- end of faults -->']
const notMeasured = 'not yet'

/** Writes what was measured beside what is promised. */
export function record(fault: Fault, mode: string, figures: readonly Figure[]): void {
  const path = join(repositoryRoot, documentPath)
  writeFileSync(path, withMeasured(readFileSync(path, 'utf8'), fault.name, mode, figures))
}

/** The document with one more measurement; all others stay. */
export function withMeasured(text: string, name: string, mode: string, figures: readonly Figure[]): string {
  const cells = new Map([...measuredIn(text), [key(name, mode), cellOf(figures)]])
  return replaceTable(text, tableOf(faults, cells))
}

/** The document with the promises of the code, and the measurements that it has. */
export function refreshed(text: string): string {
  return replaceTable(text, tableOf(faults, measuredIn(text)))
}

function tableOf(all: readonly Fault[], measured: ReadonlyMap<string, string>): string {
  const rows = all.flatMap(({ name, title, modes, promise }) =>
    modes.map((mode) => [
      `\`${name}\`: ${title}`,
      mode,
      promise.continues,
      promise.pauses,
      `samples: ${atMost(promise.lostSamples)}; queries: ${atMost(promise.failedQueries)}`,
      measured.get(key(name, mode)) ?? notMeasured,
    ]),
  )
  return [
    ['fault', 'cluster', 'what continues', 'what pauses', 'lost at most (promised)', 'measured'],
    Array.from({ length: 6 }, () => '---'),
    ...rows,
  ]
    .map((cells) => `| ${cells.map(escape).join(' | ')} |`)
    .join('\n')
}

/** The last cells of the table, by fault and mode. */
function measuredIn(text: string): Map<string, string> {
  const rows = between(text)
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  return new Map(
    rows.flatMap(([, title = '', mode = '', , , , measured = '']) => {
      const name = /^`([^`]+)`/.exec(title)?.[1]
      return name === undefined ? [] : [[key(name, mode), measured.replaceAll('\\|', '|')]]
    }),
  )
}

function between(text: string): string {
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end))
}

/** @throws Error when the document has no place for the table */
function replaceTable(text: string, table: string): string {
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`${documentPath} has no lines ${begin} and ${end}`)
  return `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`
}

function key(name: string, mode: string): string {
  return `${name} ${mode}`
}

function cellOf(figures: readonly Figure[]): string {
  return figures.map(({ what, value }) => `${what}: ${value}`).join('; ')
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
