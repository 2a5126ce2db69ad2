import type { LineCounter, YAMLError } from 'yaml'
import type { Finding } from '../finding.ts'

type Explanation = (word: string, error: YAMLError) => Pick<Finding, 'code' | 'message' | 'remedy'>

/** The errors that people make most, in their words; any other is reported as the parser words it. */
const explanations: Partial<Record<YAMLError['code'], Explanation>> = {
  MULTIPLE_DOCS: () => ({
    code: 'multiple-documents',
    message: 'the file contains more than one YAML document',
    remedy: 'remove the "---" line and everything after it; each cluster has its own folder',
  }),
  TAG_RESOLVE_FAILED: (word) => ({
    code: 'unknown-tag',
    message: `unknown tag ${word}`,
    remedy: 'remove the tag; write plain values, and quote strings',
  }),
  TAB_AS_INDENT: () => ({ code: 'yaml-syntax', message: 'indentation with a tab', remedy: 'indent with spaces' }),
}

/** A parser's error or warning as a finding. */
export function syntaxFinding(error: YAMLError, lines: LineCounter, text: string): Finding {
  // After a key without a value the parser points at the end of that line: go on to the word that is meant.
  const start = error.pos[0] + (/^(\s|#.*\n)*/.exec(text.slice(error.pos[0]))?.[0].length ?? 0)
  const { line, col } = lines.linePos(start < text.length ? start : error.pos[0])
  const word = /^[^\s:,}\]]*/.exec(text.slice(start))?.[0] ?? ''
  const explanation = explanations[error.code]?.(word, error) ?? {
    code: 'yaml-syntax',
    message: `not valid YAML: ${(error.message.split('\n')[0] ?? '').replace(/[:.]$/, '')}`,
    remedy: 'check indentation and quotes on this and the previous lines',
  }
  return { ...explanation, position: { line, column: col } }
}
