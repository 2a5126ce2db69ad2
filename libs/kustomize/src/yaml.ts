import type { Json } from '@thanos-fleet/kubernetes'
import { keyText, scalarText } from './yaml-scalar.ts'

/**
 * YAML in block style that Kustomize reads as exactly this value. Kustomize follows YAML 1.1, where `on`, `017` or
 * `1_000` are no strings: such strings are quoted.
 *
 * The yaml library would write the same text (a test compares them), but for a thousand clusters it would need as long
 * as everything else together; here it only writes the strings that are not obviously plain.
 *
 * @param value of JSON values through and through; fields that are undefined are left out
 * @param header text for a comment at the head of the file, without `#`
 */
export function yamlText(value: Json | object, header?: string): string {
  const body = `${block(value, typeof value === 'string' ? '\n  ' : '\n', '').replace(/^ /, '')}\n`
  return header === undefined ? body : `${comment(header)}${body}`
}

const texts = new WeakMap<object, string>()

/** The same for an object that comes again, in other files with other headers, and is not changed meanwhile. */
export function knownYamlText(value: object, header?: string): string {
  const body = texts.get(value) ?? yamlText(value)
  texts.set(value, body)
  return header === undefined ? body : `${comment(header)}${body}`
}

/**
 * A value behind a colon, a dash or nothing.
 *
 * @param line the line break and indentation of the value's own lines
 * @param first what stands before the first of them: the first line of a map or list inside a list is beside the dash
 */
function block(value: unknown, line: string, first: string): string {
  if (typeof value === 'string') return ` ${stringText(value, line)}`
  if (typeof value !== 'object' || value === null) return ` ${String(value)}`
  const below = `${line}  `
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) text += `${text === '' ? first : line}-${block(item, below, ' ')}`
    return text === '' ? ' []' : text
  }
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (item !== undefined) text += `${text === '' ? first : line}${keyText(key)}:${block(item, below, below)}`
  }
  return text === '' ? ' {}' : text
}

/** The lines of a string that has several come indented by two; `line` holds their real indentation. */
function stringText(value: string, line: string): string {
  const text = scalarText(value)
  return text.includes('\n') ? text.replaceAll('\n  ', line) : text
}

const comments = new Map<string, string>()

function comment(header: string): string {
  let text = comments.get(header)
  if (text === undefined) {
    text = header
      .split('\n')
      .map((line) => `# ${line}`.trimEnd() + '\n')
      .join('')
    comments.set(header, text)
  }
  return text
}
