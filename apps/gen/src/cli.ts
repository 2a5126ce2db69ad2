import { type ArgsDef, defineCommand, renderUsage, runCommand, type SubCommandsDef } from 'citty'
import { suggest } from '@thanos-fleet/diagnostics'
import { ownValue } from '@thanos-fleet/json'
import { place, productVersion } from '@thanos-fleet/product'
import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { exitCode } from './exit-codes.ts'
import { missingPackage } from './missing-package.ts'
import { clustersFolder } from './fleet/list-clusters.ts'
import { print, printError } from './output/output.ts'

/** A command with arguments of whatever type; the parser gives no better name for it. */
type AnyCommand = Awaited<Exclude<SubCommandsDef[string], () => unknown>>

/** Not in the working tree, which already is a repository. */
const packagedCommands = { init: async () => (await import('./commands/init.ts')).default }

const commands: Record<string, () => Promise<AnyCommand>> = {
  overlays: async () => (await import('./commands/overlays.ts')).default,
  check: async () => (await import('./commands/check.ts')).default,
  validate: async () => (await import('./commands/validate.ts')).default,
  explain: async () => (await import('./commands/explain.ts')).default,
  migrate: async () => (await import('./commands/migrate.ts')).default,
  merge: async () => (await import('./commands/merge.ts')).default,
  'add-cluster': async () => (await import('./commands/add-cluster.ts')).default,
  ...(place.packaged ? packagedCommands : {}),
}

const programName = place.packaged ? 'thanos-fleet' : 'gen'

const program = defineCommand({
  meta: { name: programName, description: 'Kustomize bases and overlays from clusters/<name>/cluster.yaml' },
  subCommands: commands,
})

const exitCodes = `
EXIT CODES

   0  done, or nothing to do
   1  check: files differ; validate: something is invalid; migrate: the cluster is not ready for the next step;
      merge: hand-written files have conflicts
   2  invalid input: a cluster.yaml, a patch, a file they name or .generated; nothing was written
   3  a file to be replaced or removed was edited or written by hand; nothing was written
   4  a file or folder cannot be read or written, or is a symbolic link; nothing was written
   5  migrate: the API server could not be reached; nothing was written
  64  invalid usage
  70  internal error (a bug in gen)
`

/** Runs the command line. Sets the process's exit code; see exit-codes.ts. */
export async function main(rawArgs: string[]): Promise<void> {
  const [name, ...rest] = rawArgs
  if (name === undefined || name === '--help' || name === '-h') {
    printHelp(await renderUsage(program))
    process.exitCode = name === undefined ? exitCode.usage : exitCode.ok
    return
  }
  if (name === '--version') {
    print(`${productVersion()}\n`)
    return
  }
  const load = ownValue(commands, name)
  if (load === undefined) {
    refuse(
      `Unknown command ${JSON.stringify(name)}.`,
      suggest(name, Object.keys(commands)) ?? Object.keys(commands).join(', '),
    )
    return
  }
  if (isOutsideOfRepository(name, rest)) {
    refuse(`No folder ${clustersFolder}/ here. Run this from the repository's root, pass --repository, or run init.`)
    return
  }
  await runOne(await load(), rest)
}

/** The package works in the current folder, so it must be a repository: files would be written into it. */
function isOutsideOfRepository(name: string, rawArgs: readonly string[]): boolean {
  const said = rawArgs.some((arg) => /^(--repository(=.*)?|--help|-h)$/.test(arg))
  return place.packaged && name !== 'init' && !said && !existsSync(clustersFolder)
}

async function runOne(command: AnyCommand, rawArgs: string[]): Promise<void> {
  if (rawArgs.includes('--help') || rawArgs.includes('-h')) {
    printHelp(await renderUsage(command, program))
    return
  }
  const wrong = await unknownFlag(command, rawArgs)
  if (wrong !== undefined) {
    refuse(`Unknown flag ${wrong.flag}.`, wrong.known)
    return
  }
  try {
    await runCommand(command, { rawArgs })
  } catch (error) {
    if (error instanceof Error && error.name === 'CLIError') {
      refuse(`${stripVTControlCharacters(error.message).replace(/\.$/, '')}.`)
      return
    }
    const remedy = missingPackage(error) ?? systemProblem(error)
    if (remedy !== undefined) {
      printError(`${remedy}\n`)
      process.exitCode = exitCode.fileSystem
      return
    }
    printError(
      `Internal error in ${programName}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.exitCode = exitCode.internal
  }
}

/** What the operating system refused, where no command has said it better. */
function systemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  const path = 'path' in error ? `${String(error.path)}: ` : ''
  return `${path}cannot be read or written (${String(error.code)}). Check permissions and free disk space.`
}

/** The parser accepts unknown flags, and a misspelt --force must not be ignored. */
async function unknownFlag(command: AnyCommand, rawArgs: readonly string[]) {
  const args: ArgsDef = (await (typeof command.args === 'function' ? command.args() : command.args)) ?? {}
  const known = Object.entries(args).flatMap(([name, { type }]) => [
    `--${name}`,
    ...(type === 'boolean' ? [`--no-${name}`] : []),
  ])
  const flags = rawArgs
    .slice(0, rawArgs.includes('--') ? rawArgs.indexOf('--') : undefined)
    .filter((arg) => /^-./.test(arg))
  const flag = flags.map((arg) => arg.split('=')[0] ?? arg).find((arg) => !known.includes(arg))
  return flag === undefined ? undefined : { flag, known: suggest(flag, known) ?? known.join(', ') }
}

function printHelp(usage: string): void {
  const help = `${usage}\n${exitCodes}`
  print(process.stdout.isTTY ? help : stripVTControlCharacters(help))
}

function refuse(message: string, known?: string): void {
  printError(`${message}${known === undefined ? '' : ` Known: ${known}.`} See ${programName} --help.\n`)
  process.exitCode = exitCode.usage
}
