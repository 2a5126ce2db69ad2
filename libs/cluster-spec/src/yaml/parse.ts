import { type Document, LineCounter, parseDocument } from 'yaml'
import type { Finding } from '../finding.ts'
import { aliasFindings } from './aliases.ts'
import { positionOf, type Path, type Position } from './position.ts'
import { syntaxFinding } from './syntax.ts'

/** A YAML file that can be read: its value, and where each part of it stands. */
export interface ParsedYaml {
  value: unknown
  document: Document
  locate(path: Path, at?: 'key' | 'value'): Position
}

/** Reads one YAML 1.2 document; duplicate keys, unknown tags, merge keys and anchor bombs are refused. */
export function parseYaml(text: string): ParsedYaml | Finding[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const problems = [...document.errors, ...document.warnings]
  if (problems.length > 0) return problems.map((problem) => syntaxFinding(problem, lines, text))
  if (document.contents === null) return [emptyFile]
  const aliases = aliasFindings(document, lines)
  if (aliases.length > 0) return aliases
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
