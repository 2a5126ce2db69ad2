import type { Diagnostic } from './diagnostic.ts'
import { withExplanation } from './explanation.ts'
import { formatGithub } from './github.ts'
import { formatSarif } from './sarif.ts'
import { formatText } from './text.ts'

/** How diagnostics can be written: for people, programs, GitHub's pull requests, and code scanning. */
export const formats = ['text', 'json', 'github', 'sarif'] as const
export type Format = (typeof formats)[number]

const writers: Record<Format, (diagnostics: readonly Diagnostic[]) => string> = {
  text: formatText,
  json: (diagnostics) => `${JSON.stringify(diagnostics.map(withExplanation), null, 2)}\n`,
  github: formatGithub,
  sarif: (diagnostics) => formatSarif(diagnostics),
}

/** Diagnostics as text of a format, ending with a line end unless empty. Their order is kept. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: Format = 'text'): string {
  return writers[format](diagnostics)
}
