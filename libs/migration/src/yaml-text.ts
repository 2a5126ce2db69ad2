import { isObject } from '@thanos-fleet/json'
import { type Document, isMap, isNode, isScalar, type Pair, parseDocument, stringify } from 'yaml'

/**
 * Small changes of a YAML text that leave every other character as it is. The parser says where things stand; a file that
 * is written in a way these functions do not know is left to `Document.toString`, which keeps comments but not the layout.
 */

/** A change of a text: a value for a path of one or two keys; `undefined` removes the key. */
export interface Edit {
  path: readonly [string] | readonly [string, string]
  value: string | boolean | Readonly<Record<string, string | boolean>> | undefined
  /** A comment for the line above, where the key is new. */
  comment?: string
}

/** Makes the changes, one after the other. New keys of the top level are written below `mode`. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce(editOne, text)
}

function editOne(text: string, edit: Edit): string {
  const meant = parseDocument(text)
  if (edit.value === undefined) meant.deleteIn(edit.path)
  else meant.setIn(edit.path, edit.value)
  const spliced = splice(text, edit)
  return spliced !== null && means(spliced, meant) ? spliced : meant.toString({ lineWidth: 0 })
}

function means(text: string, meant: Document): boolean {
  const got = parseDocument(text)
  return got.errors.length === 0 && JSON.stringify(got.toJS()) === JSON.stringify(sorted(got, meant))
}

/** What was meant, with the keys of the top level in the order that the text has. */
function sorted(got: Document, meant: Document): unknown {
  const [order, value]: [unknown, unknown] = [got.toJS(), meant.toJS()]
  if (!isObject(order) || !isObject(value) || Object.keys(order).length !== Object.keys(value).length) return value
  return Object.fromEntries(Object.entries(order).map(([key, now]) => [key, inOrderOf(now, value[key])]))
}

function inOrderOf(order: unknown, value: unknown): unknown {
  if (!isObject(order) || !isObject(value) || Object.keys(order).length !== Object.keys(value).length) return value
  return Object.fromEntries(Object.keys(order).map((key) => [key, value[key]]))
}

type Place = [start: number, end: number]

function splice(text: string, { path: [key, inner], value, comment }: Edit): string | null {
  const { contents } = parseDocument(text)
  if (!isMap(contents) || contents.flow === true) return null
  const pair = pairOf(contents.items, key)
  if (value === undefined) return pair === undefined ? text : cut(text, wholePair(text, pair, inner))
  if (pair === undefined)
    return insertBelow(
      text,
      pairOf(contents.items, 'mode'),
      lines(key, inner === undefined ? value : { [inner]: value }, comment),
    )
  if (inner === undefined) return replaceScalar(text, pair, value)
  if (!isMap(pair.value)) return null
  const below = pairOf(pair.value.items, inner)
  if (below !== undefined) return replaceScalar(text, below, value)
  return pair.value.flow === true
    ? intoFlow(text, pair, inner, value, comment)
    : intoBlock(text, pair, inner, value, comment)
}

function pairOf(items: readonly Pair[], key: string): Pair | undefined {
  return items.find((pair) => isScalar(pair.key) && pair.key.value === key)
}

function rangeOf(node: unknown): Place | null {
  return isNode(node) && node.range != null ? [node.range[0], node.range[1]] : null
}

function cut(text: string, place: Place | null): string | null {
  return place === null ? null : text.slice(0, place[0]) + text.slice(place[1])
}

/** A key of the top level with its value and the comments inside of it; comments above it are about what people know. */
function wholePair(text: string, pair: Pair, inner: string | undefined): Place | null {
  const [key, value] = [rangeOf(pair.key), rangeOf(pair.value)]
  if (inner !== undefined || key === null || value === null) return null
  let end = text[value[1] - 1] === '\n' ? value[1] : afterLine(text, value[1])
  while (/^[ \t]+#/.test(text.slice(end, afterLine(text, end)))) end = afterLine(text, end)
  return [key[0], end]
}

function afterLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline + 1
}

function replaceScalar(text: string, pair: Pair, value: Edit['value']): string | null {
  const place = isScalar(pair.value) ? rangeOf(pair.value) : null
  return place === null || typeof value === 'object'
    ? null
    : text.slice(0, place[0]) + String(value) + text.slice(place[1])
}

function insertBelow(text: string, pair: Pair | undefined, inserted: string): string | null {
  const place = rangeOf(pair?.value)
  if (place === null) return null
  const offset = afterLine(text, place[1])
  return `${text.slice(0, offset)}${text[offset - 1] === '\n' ? '' : '\n'}${inserted}${text.slice(offset)}`
}

/** The first key of a mapping in `{}`; the comment goes above the line that the mapping's key is on. */
function intoFlow(
  text: string,
  pair: Pair,
  key: string,
  value: Edit['value'],
  comment: string | undefined,
): string | null {
  const [outer, place] = [rangeOf(pair.key), rangeOf(pair.value)]
  if (outer === null || place === null || !isMap(pair.value)) return null
  const first = `{ ${key}: ${String(value)}${pair.value.items.length === 0 ? ' ' : ','}`
  return `${text.slice(0, outer[0])}${commentLine(comment)}${text.slice(outer[0], place[0])}${first}${text.slice(place[0] + 1)}`
}

/** The first key of a mapping that is written below its key. */
function intoBlock(
  text: string,
  pair: Pair,
  key: string,
  value: Edit['value'],
  comment: string | undefined,
): string | null {
  const [outer, first] = [rangeOf(pair.key), rangeOf(isMap(pair.value) ? pair.value.items[0]?.key : undefined)]
  if (outer === null || first === null) return null
  const indent = ' '.repeat(first[0] - (text.lastIndexOf('\n', first[0] - 1) + 1))
  const offset = afterLine(text, outer[1])
  return `${text.slice(0, offset)}${commentLine(comment, indent)}${indent}${key}: ${String(value)}\n${text.slice(offset)}`
}

function commentLine(comment: string | undefined, indent = ''): string {
  return comment === undefined ? '' : `${indent}# ${comment}\n`
}

/** One line for a key with its value, mappings in `{}`, and one for the comment. */
function lines(key: string, value: unknown, comment: string | undefined): string {
  return `${commentLine(comment)}${key}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()}\n`
}

/** Whether a text has a key of the top level. */
export function hasKey(text: string, key: string): boolean {
  const { contents } = parseDocument(text)
  return isMap(contents) && pairOf(contents.items, key) !== undefined
}
