import type { Path } from '../yaml/position.ts'

/** A value as it is named in messages. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing (null)'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  if (typeof value === 'string') return `the string ${JSON.stringify(shorten(value))}`
  if (typeof value === 'number') return `the number ${numberText(value)}`
  return String(value)
}

/** As YAML has it. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (Number.isFinite(value)) return String(value)
  return value < 0 ? '-.inf' : '.inf'
}

/** Keeps messages to one line: what is wrong with a string shows at its start. */
function shorten(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 60)}… (${text.length} characters)`
}

const typeNames: Record<string, string> = {
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  string: 'a string',
  // All numbers of a specification are counts.
  number: 'an integer',
  int: 'an integer',
  boolean: 'true or false',
  null: 'null',
}

/** A type as it is named in messages. */
export function describeType(type: string): string {
  return typeNames[type] ?? type
}

/** A path as people write it, `receive.hashrings[0].name`; keys with dots or slashes are quoted. */
export function pathText(path: Path): string {
  let text = ''
  for (const element of path) {
    if (typeof element === 'number') text += `[${element}]`
    else if (!/^[A-Za-z_][-\w]*$/.test(element)) text += `[${JSON.stringify(element)}]`
    else text += text === '' ? element : `.${element}`
  }
  return text
}
