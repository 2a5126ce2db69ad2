import { counted } from '@thanos-fleet/diagnostics'
import { columns } from '@thanos-fleet/text/tables'
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
  const all = [...rows, row('total', counted(clusters, 'cluster'), total, milliseconds)]
  return columns(all, { numbers: [2, 3, 4, 5, 6] })
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
