import type { ArgsDef } from 'citty'
import { type Format, formats, suggest } from '@thanos-fleet/diagnostics'
import { place } from '@thanos-fleet/product'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { listClusters } from '../fleet/list-clusters.ts'
import { printError } from '../output/output.ts'

/** Arguments that several commands have. */
export const commonArgs = {
  format: {
    type: 'enum' as const,
    options: [...formats] as string[],
    default: 'text',
    description: 'Output format of diagnostics: text, JSON, GitHub annotations or SARIF for code scanning',
  },
  repository: {
    type: 'string' as const,
    description:
      'The folder with clusters/ and overlays/; default: the repository of this program, or the current folder for the installed package',
    valueHint: 'folder',
  },
} satisfies ArgsDef

/** The module with the generator, which threads load by its address. */
export const generatorUrl = new URL('../fleet/thanos-generator.ts', import.meta.url).href

/** The absolute path of the repository a command works in. */
export function repositoryOf(argument: string | undefined): string {
  const folder = resolve(argument ?? (place.packaged ? '.' : place.root))
  if (argument === '' || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--repository: ${JSON.stringify(argument ?? '.')} is not a folder`)
  return folder
}

/** A command line that says what cannot be done; told as the parser's own errors are. */
export class UsageError extends Error {
  override name = 'CLIError'
}

/** Refuses further names where a command takes one. */
export function onlyName(names: readonly string[], what: string): void {
  const [, second] = names
  if (second !== undefined) throw new UsageError(`One ${what} at a time: ${JSON.stringify(second)} would be ignored`)
}

export function formatOf(argument: string): Format {
  return formats.find((format) => format === argument) ?? 'text'
}

function allOf(known: readonly string[]): string {
  return known.length === 0
    ? 'There are no clusters yet; gen add-cluster writes one.'
    : `Known clusters: ${known.join(', ')}.`
}

/** Runs a command for the clusters that were named, if each of them is there, and sets the exit code. */
export async function onClusters(
  args: { repository?: string | undefined; _: readonly string[] },
  run: (repository: string) => ExitCode | Promise<ExitCode>,
): Promise<void> {
  const repository = repositoryOf(args.repository)
  process.exitCode = refuseUnknownClusters(repository, args._) ?? (await run(repository))
}

/** Checks names from the command line. @returns an exit code if one of them is no cluster */
export function refuseUnknownClusters(repository: string, names: readonly string[]): ExitCode | undefined {
  if (names.length === 0) return undefined
  const known = listClusters(repository).names
  const unknown = names.filter((name) => !known.includes(name))
  for (const name of unknown) {
    const near = suggest(name, known)
    const remedy = near === undefined ? allOf(known) : `Did you mean ${near}?`
    printError(`Unknown cluster ${JSON.stringify(name)}. ${remedy}\n`)
  }
  return unknown.length === 0 ? undefined : exitCode.usage
}
