import { type Document, isPair, isScalar, type LineCounter, type Scalar, visit } from 'yaml'
import type { Finding } from '../finding.ts'

/** The one key that JavaScript gives a meaning of its own: an object would take its value for its prototype. */
const reserved = '__proto__'

/** Keys that would get lost between the file and what is made of it. */
export function reservedKeyFindings(document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === reserved) findings.push(reservedKey(key, lines))
    },
  })
  return findings
}

function reservedKey(key: Scalar, lines: LineCounter): Finding {
  return {
    code: 'reserved-key',
    position: positionOf(key, lines),
    message: `the key "${reserved}" has a special meaning in JSON tools and cannot be used`,
    remedy: 'use another name',
  }
}

/**
 * What no YAML may hold as it is, and JSON does not escape: an escape sequence brings it in, Kustomize passes it on as JSON
 * and then refuses to read that. Half of a surrogate pair is no character at all.
 * Source: readerc.go of go-yaml; https://yaml.org/spec/1.2.2/#51-character-set
 */
const unwritable =
  /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Texts with characters that Kustomize could not write, wherever they are. */
export function unwritableFindings(document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Scalar(_, node) {
      const found = typeof node.value === 'string' ? unwritable.exec(node.value) : null
      if (found !== null) findings.push(unwritableCharacter(node, found[0], lines))
    },
  })
  return findings
}

function unwritableCharacter(node: Scalar, character: string, lines: LineCounter): Finding {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return {
    code: 'control-character',
    position: positionOf(node, lines),
    message: `the text has the character U+${code}, which Kustomize cannot write`,
    remedy: 'remove it; an escape sequence does not help',
  }
}

/**
 * Numbers that would be written otherwise than they were read: whole numbers beyond 2^53, and more digits than a double
 * has. Flags are texts to their programs, so there `1.10` is not `1.1` either.
 */
export function inexactNumberFindings(document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Scalar(_, node, ancestors) {
      const { value, source } = node
      if (typeof value !== 'number' || source === undefined) return
      const kept = isFlag(ancestors) ? source === String(value) : isExact(source, value)
      if (!kept) findings.push(inexactNumber(node, source, lines))
    },
  })
  return findings
}

function isFlag(ancestors: readonly unknown[]): boolean {
  return ancestors.some((above) => isPair(above) && isScalar(above.key) && above.key.value === 'extraFlags')
}

function isExact(source: string, value: number): boolean {
  if (!Number.isFinite(value)) return true
  if (Number.isInteger(value)) return Number.isSafeInteger(value)
  return digitsOf(source) === digitsOf(String(value))
}

/** The significant digits of a number. */
function digitsOf(text: string): string {
  return text
    .replace(/e.*$/i, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+|0+$/g, '')
}

function inexactNumber(node: Scalar, source: string, lines: LineCounter): Finding {
  return {
    code: 'inexact-number',
    position: positionOf(node, lines),
    message: `the number ${source.slice(0, 40)} would become ${String(node.value)}`,
    remedy: 'quote it if it is a text, or write a number with fewer digits',
  }
}

function positionOf(node: Scalar, lines: LineCounter): { line: number; column: number } {
  const { line, col: column } = lines.linePos(node.range?.[0] ?? 0)
  return { line, column }
}
