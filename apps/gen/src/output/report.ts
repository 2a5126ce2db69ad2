import type { Counts, UnitReport } from '../fleet/result.ts'

/** One line for each cluster and shared folder, in columns, and the total. */
export function reportLines(units: readonly UnitReport[], milliseconds: number): string[] {
  const rows = units.map(({ name, mode, counts, milliseconds: own }) => row(name, mode, counts, own))
  const clusters = units.filter(({ mode }) => mode !== '').length
  const total = units.reduce((sum, { counts }) => add(sum, counts), {
    objects: 0,
    written: 0,
    unchanged: 0,
    removed: 0,
  })
  return columns([...rows, row('total', `${clusters} cluster${clusters === 1 ? '' : 's'}`, total, milliseconds)])
}

function row(name: string, mode: string, counts: Counts, milliseconds: number): string[] {
  const { objects, written, unchanged, removed } = counts
  return [
    name,
    mode === '' ? 'shared' : mode,
    objects === 0 ? '' : `${objects} objects`,
    `${written} written`,
    `${unchanged} unchanged`,
    `${removed} removed`,
    `${milliseconds.toFixed(0)} ms`,
  ]
}

function add(one: Counts, other: Counts): Counts {
  return {
    objects: one.objects + other.objects,
    written: one.written + other.written,
    unchanged: one.unchanged + other.unchanged,
    removed: one.removed + other.removed,
  }
}

/** Names to the left, numbers to the right. */
function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows.map((cells) =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}
