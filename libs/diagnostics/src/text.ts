import type { Diagnostic } from './diagnostic.ts'
import { explanationLine } from './explanation.ts'

/** `file:line:column`, as compilers write it, so that terminals and editors make a link of it. */
export function placeOf({ file, line, column }: Diagnostic): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

/** One diagnostic on two lines: what is wrong, and what to do. */
export function lineOf(diagnostic: Diagnostic): string {
  const { severity, code, message, remedy } = diagnostic
  return `${placeOf(diagnostic)}: ${severity}: ${message} [${code}]\n  help: ${remedy}`
}

/** `1 pod`, `3 pods`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** `Found 3 errors and 1 warning in 2 files`; empty if there is nothing. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return ''
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ]
  return `Found ${parts.join(' and ')} in ${counted(new Set(diagnostics.map(({ file }) => file)).size, 'file')}`
}

/** All diagnostics for people, with a summary and the place of explanations at the end; empty if there are none. */
export function formatText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return ''
  return `${diagnostics.map(lineOf).join('\n')}\n${summaryOf(diagnostics)}\n${explanationLine(diagnostics)}`
}
