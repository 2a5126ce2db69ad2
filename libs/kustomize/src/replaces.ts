import { Lexer, LineCounter } from 'yaml'

/** A comment of a patch by which its author says that the loss of a list's entries is meant. */
export interface Replaces {
  /** Counted from 1. */
  line: number
  column: number
  /** The lists, as messages name them. */
  lists: string[]
}

/** Marks that the lexer puts before scalars and documents, which are no part of the text. */
const scalarMark = '\x1f'
const marks = new Set(['\x02', '\x18', scalarMark])

/**
 * Finds the comments `# replaces: spec.egress` of a patch, several lists with a comma between them. Being comments, they
 * mean nothing to Kustomize and reach no cluster.
 */
export function replacesComments(text: string): Replaces[] {
  const lines = new LineCounter()
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  lines.lineStarts.unshift(0)
  const found: Replaces[] = []
  let [offset, before] = [0, '']
  for (const lexeme of new Lexer().lex(text)) {
    // What follows the mark is a scalar, though it may begin with `#` in a block.
    const said = before === scalarMark ? null : /^# *replaces: *(.*?)\s*$/.exec(lexeme)
    if (said !== null) {
      const { line, col } = lines.linePos(offset)
      found.push({ line, column: col, lists: (said[1] ?? '').split(/\s*,\s*/).filter((list) => list !== '') })
    }
    if (!marks.has(lexeme)) offset += lexeme.length
    before = lexeme
  }
  return found
}
