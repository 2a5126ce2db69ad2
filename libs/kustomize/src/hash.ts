import { createHash } from 'node:crypto'
import { isMap, type Value, type ValueMap } from './value.ts'

const letters: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }
/** What Go's JSON escapes and JavaScript's does not. */
const jsonEscapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/**
 * The suffix Kustomize gives a generated ConfigMap's name: ten characters from the SHA-256 of its content as Go
 * writes JSON. The ConfigMap's own name is part of the document but always empty there (api/hasher looks it up by a
 * path that never matches), so equal files get equal suffixes.
 *
 * @param patched the whole ConfigMap, where a patch gave it more than files
 */
export function hashSuffix(files: Readonly<Record<string, string>>, patched?: ValueMap): string {
  const binary = isMap(patched?.['binaryData']) ? `"binaryData":${goMap(textsOf(patched['binaryData']))},` : ''
  const empty = isMap(patched?.['data']) ? '{}' : '""'
  const data = Object.keys(files).length === 0 ? empty : goMap(files)
  const digest = createHash('sha256').update(`{${binary}"data":${data},"kind":"ConfigMap","name":""}`).digest('hex')
  return digest.slice(0, 10).replace(/[013ae]/g, (digit) => letters[digit] ?? digit)
}

/** The entries of a map that are texts. */
export function textsOf(map: Value | undefined): Record<string, string> {
  const entries = Object.entries(isMap(map) ? map : {})
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}

function goMap(texts: Readonly<Record<string, string>>): string {
  const keys = Object.keys(texts).sort(compareBytes)
  return `{${keys.map((key) => `${goJson(key)}:${goJson(texts[key] ?? '')}`).join(',')}}`
}

function goJson(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => jsonEscapes[character] ?? character)
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
