import { type Document, LineCounter, parseAllDocuments, parseDocument } from 'yaml'
import type { Finding } from '../finding.ts'
import { boundsFindings, tooDeep } from './bounds.ts'
import { duplicateKeyFindings } from './duplicate-keys.ts'
import { inexactNumberFindings, reservedKeyFindings, unwritableFindings } from './lossless.ts'
import { positionOf, type Path, type Position } from './position.ts'
import { syntaxFinding } from './syntax.ts'

/** A YAML file that can be read: its value, and where each part of it stands. */
export interface ParsedYaml {
  value: unknown
  document: Document
  lines: LineCounter
  locate(path: Path, at?: 'key' | 'value'): Position
}

/** Reads one YAML 1.2 document whose numbers are used as they are; refuses also what `parseYaml` refuses. */
export function parseSettings(text: string): ParsedYaml | Finding[] {
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) return yaml
  const inexact = inexactNumberFindings(yaml.document, yaml.lines)
  return inexact.length > 0 ? inexact : yaml
}

/** Reads one YAML 1.2 document; duplicate keys, unknown tags, anchor bombs and endless nesting are refused. */
export function parseYaml(text: string): ParsedYaml | Finding[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false })
  const wrong = problemsOf(document, lines, text)
  if (wrong.length > 0) return wrong
  if (document.contents === null) return [emptyFile]
  return {
    value: document.toJS({ maxAliasCount: 100 }),
    document,
    lines,
    locate: (path, at) => positionOf(document, lines, path, at),
  }
}

/** A stream of YAML documents that can be read. */
export interface YamlStream {
  documents: Document[]
  /** Line and column of an offset in the text. */
  positionAt(offset: number): Position
}

/** Reads a stream of YAML documents, such as a patch; refuses in each what `parseYaml` refuses. */
export function parseYamlStream(text: string): YamlStream | Finding[] {
  const lines = new LineCounter()
  // Kustomize follows merge keys, so that they are followed here too.
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: false, merge: true } as const
  const documents: Document[] = [...parseAllDocuments(text, options)]
  const wrong = documents.flatMap((document) => problemsOf(document, lines, text))
  const unusable = wrong.length > 0 ? [] : documents.flatMap((document) => conversionFindings(document, lines))
  if (wrong.length + unusable.length > 0) return [...wrong, ...unusable]
  return {
    documents,
    positionAt(offset) {
      const { line, col } = lines.linePos(offset)
      return { line: Math.max(line, 1), column: Math.max(col, 1) }
    },
  }
}

/** What only shows when data is made of a document: a merge key with something else than mappings, say. */
function conversionFindings(document: Document, lines: LineCounter): Finding[] {
  try {
    document.toJS({ maxAliasCount: 100 })
    return []
  } catch (error) {
    const { line, col: column } = lines.linePos(document.range?.[0] ?? 0)
    return [
      {
        code: 'yaml-syntax',
        position: { line: Math.max(line, 1), column: Math.max(column, 1) },
        message: `not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'check merge keys ("<<") and aliases of this document',
      },
    ]
  }
}

function problemsOf(document: Document, lines: LineCounter, text: string): Finding[] {
  const problems = [...document.errors, ...document.warnings]
  // The parser reports its own exhausted stack as one more syntax error, and then one for each open bracket.
  const overflow = problems.find(({ message }) => message.includes('call stack'))
  if (overflow !== undefined) {
    const { line, col } = lines.linePos(overflow.pos[0])
    return [tooDeep({ line, column: col })]
  }
  // Duplicate keys are looked for below the bounds of nesting only, since looking goes as deep as the file.
  const beyond = boundsFindings(document, lines)
  const tooDeepToLook = beyond.some(({ code }) => code === 'nested-too-deep')
  const repeated = tooDeepToLook
    ? []
    : [duplicateKeyFindings, reservedKeyFindings, unwritableFindings].flatMap((find) => find(document, lines))
  if (problems.length + repeated.length > 0)
    return [...problems.map((problem) => syntaxFinding(problem, lines, text)), ...repeated]
  return beyond
}

const emptyFile: Finding = {
  code: 'empty-file',
  position: { line: 1, column: 1 },
  message: 'the file is empty',
  remedy: 'write at least name, mode and objectStore; `nx run gen:add-cluster` creates a starting point',
}
