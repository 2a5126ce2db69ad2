import type { Adapter } from './adapter.ts'
import { kind, plain } from './kind.ts'
import { kit } from './kit.ts'

/** The adapter that `--adapter` names. @throws Error when there is no such adapter */
export function adapterOf(text: string): Adapter {
  const [name = '', rest = ''] = splitOnce(text, ':')
  const [first = '', second = ''] = rest.split(',')
  switch (name) {
    case 'kit':
      return kit(first, second)
    case 'kind':
      return kind(first)
    case 'plain':
      return plain(first)
    default:
      throw new Error(`there is no adapter ${JSON.stringify(name)}; known: kit, kind, plain`)
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
