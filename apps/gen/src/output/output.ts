import { type Diagnostic, type Format, formatDiagnostics, withExplanation } from '@thanos-fleet/diagnostics'
import { exitCode } from '../exit-codes.ts'
import { errorCode } from '../files/tree.ts'
import type { Difference } from '../files/unit.ts'
import type { RunResult } from '../fleet/run.ts'
import { differenceLines, differenceSummary } from './differences.ts'
import { reportLines } from './report.ts'

/** What is shown of a run. */
export type ShownRun = Pick<RunResult, 'units' | 'diagnostics' | 'differences' | 'milliseconds'>

/**
 * Prints what a run did. With `json` and `sarif` standard output is one document, and the lines for people go to
 * standard error.
 */
export async function printRun(result: ShownRun, format: Format, options: { differences: boolean }): Promise<void> {
  const differences = options.differences ? result.differences : []
  if (format === 'json') {
    const { units, diagnostics, milliseconds } = result
    const named = differences.map(({ kind, path }) => ({ kind, path }))
    print(
      `${JSON.stringify({ units, diagnostics: diagnostics.map(withExplanation), differences: named, milliseconds }, null, 2)}\n`,
    )
    return
  }
  printDiagnostics([...result.diagnostics, ...(format === 'text' ? [] : differences.map(asDiagnostic))], format)
  const people = format === 'sarif' ? printError : print
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return
  if (options.differences) people(await differenceText(differences))
  else people(`${reportLines(result.units, result.milliseconds).join('\n')}\n`)
}

/** Prints diagnostics where each format belongs: for people to standard error, for programs to standard output. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], format: Format): void {
  const text = formatDiagnostics(diagnostics, format)
  if (format === 'text') printError(text)
  else print(text)
}

/** For formats that only know diagnostics. */
function asDiagnostic({ kind, path }: Difference): Diagnostic {
  const message = {
    missing: 'generated file is missing',
    extra: 'file is not generated',
    changed: 'file differs from generated output',
  }
  return {
    severity: 'error',
    code: `${kind}-file`,
    file: path,
    message: message[kind],
    remedy: 'run `nx run gen:overlays`',
  }
}

async function differenceText(differences: readonly Difference[]): Promise<string> {
  if (differences.length === 0) return 'Generated files are up to date.\n'
  return `${(await differenceLines(differences)).join('\n')}\n${differenceSummary(differences)}\n`
}

/** Writes to standard output. */
export function print(text: string): void {
  write(process.stdout, text)
}

/** Writes to standard error. */
export function printError(text: string): void {
  if (text !== '') write(process.stderr, text)
}

function write(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount('error', cannotWrite) === 0) stream.on('error', cannotWrite)
  try {
    stream.write(text)
  } catch (error) {
    cannotWrite(error)
  }
}

let failed = false

/** A reader that has seen enough, as `head`, is no failure. Any other, as a full disk, is: what was to be said is lost. */
function cannotWrite(error: unknown): void {
  const code = errorCode(error)
  if (code === 'EPIPE' || failed) return
  failed = true
  process.once('exit', () => {
    process.exitCode = exitCode.fileSystem
  })
  printError(`The output cannot be written (${code ?? String(error)}).\n`)
}
