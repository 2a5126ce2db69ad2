import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'

/** Names that a list has more than once; reported at the later ones. */
export function duplicates(names: readonly string[], list: Path, key: string, what: string): Finding[] {
  const firsts = new Map<string, number>()
  return names.flatMap((name, index): Finding[] => {
    const first = firsts.get(name)
    if (first === undefined) {
      firsts.set(name, index)
      return []
    }
    return [
      {
        code: 'duplicate-name',
        path: key === '' ? [...list, index] : [...list, index, key],
        also: [[...list, first]],
        message: `duplicate ${what} "${name}"`,
        remedy: 'rename or remove one of them',
      },
    ]
  })
}
