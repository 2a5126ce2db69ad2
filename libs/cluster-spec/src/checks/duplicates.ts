import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'

/** Names that a list has more than once; reported at the later ones. */
export function duplicates(names: readonly string[], list: Path, key: string, what: string): Finding[] {
  return names.flatMap((name, index): Finding[] => {
    const first = names.indexOf(name)
    if (first === index) return []
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
