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
