import type { Difference } from '../files/unit.ts'

/** A line for each difference and below it, where there are two texts or a missing one, a unified diff. */
export async function differenceLines(differences: readonly Difference[]): Promise<string[]> {
  // Loaded here: a run without differences has no use for it.
  const { createTwoFilesPatch } = await import('diff')
  const ordered = [...differences].sort((a, b) => (a.path < b.path ? -1 : 1))
  return ordered.flatMap((difference) => [
    `${difference.kind}: ${difference.path}${note(difference)}`,
    ...unified(difference),
  ])

  function unified({ path, before, after }: Difference): string[] {
    if (before === undefined && after === undefined) return []
    const [from, to] = [
      before === undefined ? '/dev/null' : `a/${path}`,
      after === undefined ? '/dev/null' : `b/${path}`,
    ]
    const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', '', '', { context: 3 })
    return patch
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^(---|\+\+\+) (.*)\t$/, '$1 $2'))
  }
}

function note({ kind, before }: Difference): string {
  if (kind !== 'extra') return ''
  return before === undefined ? ' (not generated; move it away or into patches/)' : ' (no longer generated)'
}

/** `1 missing, 0 extra, 2 changed`. */
export function differenceSummary(differences: readonly Difference[]): string {
  const count = (kind: Difference['kind']) => differences.filter((difference) => difference.kind === kind).length
  return `${count('missing')} missing, ${count('extra')} extra, ${count('changed')} changed`
}
