import { codeGroups } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'

/** The page that explains every code, from the repository's root. */
export const explanationPage = 'docs/diagnostics.md'

const explained = new Set(codeGroups.flatMap(({ codes }) => Object.keys(codes)))

/** `docs/diagnostics.md#unknown-key`: where a code is explained; undefined for a code that has no entry. */
export function explanationOf(code: string): string | undefined {
  return explained.has(code) ? `${explanationPage}#${code}` : undefined
}

/** What a code stands for, in one sentence. */
export function meaningOf(code: string): string | undefined {
  return codeGroups.find(({ codes }) => Object.hasOwn(codes, code))?.codes[code]
}

/** A diagnostic with the place of its explanation, for programs. */
export function withExplanation(diagnostic: Diagnostic): Diagnostic & { see?: string } {
  const see = explanationOf(diagnostic.code)
  return see === undefined ? diagnostic : { ...diagnostic, see }
}

/** `See docs/diagnostics.md#bad-name, #unknown-key`: one line for all codes; empty if none is explained. */
export function explanationLine(diagnostics: readonly Diagnostic[]): string {
  const anchors = [...new Set(diagnostics.map(({ code }) => code))].filter((code) => explained.has(code)).toSorted()
  return anchors.length === 0 ? '' : `See ${explanationPage}${anchors.map((code) => `#${code}`).join(', ')}\n`
}
