import { type Document, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../finding.ts'
import { boundsFindings, tooDeep } from './bounds.ts'
import { positionOf, type Path, type Position } from './position.ts'
import { syntaxFinding } from './syntax.ts'

/** A YAML file that can be read: its value, and where each part of it stands. */
export interface ParsedYaml {
  value: unknown
  document: Document
  locate(path: Path, at?: 'key' | 'value'): Position
}

/** Reads one YAML 1.2 document; duplicate keys, unknown tags, anchor bombs and endless nesting are refused. */
export function parseYaml(text: string): ParsedYaml | Finding[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const problems = [...document.errors, ...document.warnings]
  // The parser reports its own exhausted stack as one more syntax error, and then one for each open bracket.
  const overflow = problems.find(({ message }) => message.includes('call stack'))
  if (overflow !== undefined) {
    const { line, col } = lines.linePos(overflow.pos[0])
    return [tooDeep({ line, column: col })]
  }
  if (problems.length > 0) return problems.map((problem) => syntaxFinding(problem, lines, text))
  if (document.contents === null) return [emptyFile]
  const beyond = boundsFindings(document, lines)
  if (beyond.length > 0) return beyond
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    document,
    locate: (path, at) => positionOf(document, lines, path, at),
  }
}

const emptyFile: Finding = {
  code: 'empty-file',
  position: { line: 1, column: 1 },
  message: 'the file is empty',
  remedy: 'write at least name, mode and objectStore; `nx run gen:add-cluster` makes a start',
}
