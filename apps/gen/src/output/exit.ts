import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { exitCode, type ExitCode } from '../exit-codes.ts'

const codes: Record<string, ExitCode> = {
  'generated-file-edited': exitCode.handWritten,
  'file-in-the-way': exitCode.handWritten,
  'symbolic-link': exitCode.fileSystem,
  'not-a-file': exitCode.fileSystem,
  unreadable: exitCode.fileSystem,
  unwritable: exitCode.fileSystem,
}

/** The exit code for a run's diagnostics; of several reasons, the one to fix first. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const found = new Set(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => codes[code] ?? exitCode.badInput),
  )
  return [exitCode.fileSystem, exitCode.badInput, exitCode.handWritten].find((code) => found.has(code)) ?? exitCode.ok
}
