import { type Document, isScalar, type LineCounter, visit } from 'yaml'
import type { Finding } from '../finding.ts'

/** Keys that their mapping has already. The parser's own check compares each key with each: minutes for 100 000 keys. */
export function duplicateKeyFindings(document: Document, lines: LineCounter): Finding[] {
  const findings: Finding[] = []
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined
        if (name === undefined) continue
        if (seen.has(name)) findings.push(duplicateKey(name, isScalar(key) ? (key.range?.[0] ?? 0) : 0, lines))
        seen.add(name)
      }
    },
  })
  return findings
}

function duplicateKey(name: string, offset: number, lines: LineCounter): Finding {
  const { line, col: column } = lines.linePos(offset)
  return {
    code: 'duplicate-key',
    position: { line, column },
    message: `the key "${name}" occurs twice in the same mapping`,
    remedy: 'keep only one of them',
  }
}
