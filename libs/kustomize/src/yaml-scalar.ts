import { Document, isScalar, visit } from 'yaml'

const options = { compat: 'yaml-1.1', lineWidth: 0 } as const

/** Characters that Kustomize's reader refuses, takes for a line break or strips when they stand for themselves. */
const unsafe = /[^\P{Cc}\t\n]|[\xa0\u2028\u2029\ufeff\ufffe\uffff]/u

/** Kustomize takes the tab that starts a block for indentation, which it refuses. */
export function startsWithTab(text: string): boolean {
  return /^\n*\t/.test(text)
}

/** Words and paths, flags and addresses, but no `e3`: what no YAML takes for anything but a string, save `words`. */
const ordinary = /^(?![eE][-+]?\d)(?:--)?[A-Za-z/][\w./=@+-]*(?::[\w./=@+-]+)*$/
const words = /^(?:y|n|yes|no|on|off|true|false|null)$/i
const longestWord = 5

const knownValues = new Map<string, string>()
const knownKeys = new Map<string, string>()
const mostKnown = 20_000

/**
 * A string behind a colon or a dash, as YAML 1.1 and 1.2 read it: plain, quoted, or a block whose lines are indented by
 * two. What is not obviously plain is left to the yaml library; answers are remembered, for most strings come again.
 */
export function scalarText(text: string): string {
  if (isOrdinary(text)) return text
  return remembered(knownValues, text, () => written([text]).slice('- '.length))
}

/** A string before a colon. Keys are few, so that the ordinary ones are remembered too. */
export function keyText(key: string): string {
  return remembered(knownKeys, key, () => (isOrdinary(key) ? key : written({ [key]: 0 }).slice(0, -': 0'.length)))
}

function isOrdinary(text: string): boolean {
  return ordinary.test(text) && (text.length > longestWord || !words.test(text))
}

function remembered(known: Map<string, string>, text: string, find: () => string): string {
  let found = known.get(text)
  if (found === undefined) {
    found = find()
    if (known.size < mostKnown && text.length < 300) known.set(text, found)
  }
  return found
}

/** By the library; a string that Kustomize would misread in double quotes, and its unsafe characters as escapes. */
function written(value: [string] | Record<string, 0>): string {
  const document = new Document(value, options)
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== 'string') return
      if (unsafe.test(node.value) || startsWithTab(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document
    .toString(options)
    .replace(/\n$/, '')
    .replace(new RegExp(unsafe, 'gu'), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Whether Kustomize can write `text` in the style of `old`, which it keeps when a patch replaces one by the other. It
 * cannot when that makes a block of a text that starts with a tab.
 */
export function takesStyleOf(text: string, old: string): boolean {
  if (!startsWithTab(text)) return true
  const style = scalarText(old)
  return text.includes('\n') ? style.startsWith('"') : !style.includes('\n')
}

/** Whether a string stands in YAML without quotes and in one line. */
export function isPlain(text: string): boolean {
  return scalarText(text) === text
}
