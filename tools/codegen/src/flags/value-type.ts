import type { HelpFlag } from './help.ts'
import { nonsense, type Probe } from './probe.ts'

const listed = /(?:\bone of:?|\b(?:possible|allowed|supported|valid) (?:values|options|strategies):?) \[?(?<list>.+)$/i
const member = /^["'`]?([\w.-]+)["'`]?(?:(?:,| or|, or) |[.\]]|$)/

/** The choices that a text enumerates, as in `Possible options: logfmt, json or journald.`; none when it does not. */
export function choicesOf(text: string): string[] {
  let rest = listed.exec(text)?.groups?.['list'] ?? ''
  const choices: string[] = []
  for (let match = member.exec(rest); match !== null; match = member.exec(rest)) {
    choices.push(match[1] ?? '')
    if (/[.\]]$/.test(match[0])) break
    rest = rest.slice(match[0].length)
  }
  return choices.length < 2 ? [] : choices.map((choice) => choice.replace(/\.$/, ''))
}

const union = (choices: readonly string[]) =>
  [...new Set(choices)]
    .sort()
    .map((choice) => `'${choice}'`)
    .join(' | ')

/** The type behind the error with which a program refuses nonsense; undefined when the error tells of no type. */
export function typeOfRefusal(message: string): string | undefined {
  const choices = /enum value must be one of (\S*), got/.exec(message)?.[1]
  if (choices !== undefined) return union(choices.split(','))
  if (/time: (invalid|unknown|missing)/.test(message)) return 'GoDuration'
  if (/not a valid duration string/.test(message)) return 'Duration'
  if (/strconv\.Parse(Int|Uint|Float)/.test(message)) return 'number'
  if (/units:/.test(message)) return 'Bytes'
  // A switch takes no value: what is behind its `=` is one argument too many.
  if (message.includes(`unexpected ${nonsense}`)) return 'boolean'
  return undefined
}

/** The TypeScript type of a kingpin flag's single value, from the program's own answer and from the help's list. */
export async function kingpinType(flag: HelpFlag, probe: Probe): Promise<string> {
  const answer = await probe(flag.name, nonsense)
  if (answer.kind === 'unknown-flag') throw new Error(`the program does not know --${flag.name}`)
  const refused = answer.kind === 'refused' ? typeOfRefusal(answer.message) : undefined
  if (refused === 'Duration' && /RFC3339/.test(flag.text)) return 'TimeOrDuration'
  if (refused !== undefined) return refused
  const choices = flag.isRepeatable ? [] : choicesOf(flag.text)
  const complete = flag.standard === undefined || choices.includes(flag.standard)
  return choices.length > 0 && complete ? union(choices) : 'string'
}

/** The TypeScript type of a pflag flag's single value, from the type that its help names. */
export function pflagType({ typeName = 'string' }: HelpFlag): string {
  if (/^(u?int|float)/.test(typeName)) return 'number'
  return typeName === 'duration' ? 'GoDuration' : 'string'
}
