import { Document, isScalar, stringify, visit } from 'yaml'
import type { Value } from './value.ts'

const options = { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false } as const

/** Characters that Kustomize's reader refuses, takes for a line break or strips when they stand for themselves. */
const unsafe = /[^\P{Cc}\t\n]|[\xa0\u2028\u2029\ufeff\ufffe\uffff]/u

/**
 * YAML that Kustomize reads as exactly this value. Kustomize follows YAML 1.1, where `on`, `017` or `1_000` are no
 * strings: such strings are quoted.
 *
 * @param header text for a comment at the head of the file, without `#`
 */
export function yamlText(value: Value, header: string | undefined): string {
  const text = stringify(value, options)
  const body = unsafe.test(text) ? escapedText(value) : text
  return header === undefined ? body : `${comment(header)}${body}`
}

/** Whether a string stands in YAML without quotes. */
export function isPlain(text: string): boolean {
  return stringify(text, options) === `${text}\n`
}

/** The same with every string that holds such a character in double quotes, and the character as an escape. */
function escapedText(value: Value): string {
  const document = new Document(value, options)
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && unsafe.test(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString(options).replace(new RegExp(unsafe, 'gu'), (character) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const comments = new Map<string, string>()

function comment(header: string): string {
  let text = comments.get(header)
  if (text === undefined) {
    text = header.split('\n').map((line) => `# ${line}`.trimEnd() + '\n').join('')
    comments.set(header, text)
  }
  return text
}
