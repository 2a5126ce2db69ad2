import { checkFleet, loadCluster, modes } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { defineCommand } from 'citty'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { obstacleAbove } from '../files/guard.ts'
import { problem } from '../files/problems.ts'
import { temporaryFile } from '../files/temporary.ts'
import { errorCode } from '../files/tree.ts'
import { clustersFolder, listClusters } from '../fleet/list-clusters.ts'
import { openCluster } from '../fleet/read-cluster.ts'
import { openFleet } from '../fleet/read-fleet.ts'
import { runFleet } from '../fleet/run.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError, printRun } from '../output/output.ts'
import { clusterYaml, repeated } from './cluster-yaml.ts'
import { commonArgs, formatOf, generatorUrl, onlyName, repositoryOf } from './common.ts'

/** `gen add-cluster`: writes a cluster.yaml that is valid, and generates from it. */
export default defineCommand({
  meta: { name: 'add-cluster', description: 'Write clusters/<name>/cluster.yaml and generate from it' },
  args: {
    ...commonArgs,
    name: { type: 'positional', description: 'The name of the new cluster', required: true },
    mode: {
      type: 'enum',
      options: [...modes] as string[],
      default: 'sidecar-mode',
      description: 'How data reaches Thanos',
    },
    label: { type: 'string', valueHint: 'name=value', description: 'An additional external label; repeatable' },
    set: {
      type: 'string',
      valueHint: 'path=value',
      description: 'Any setting, objectStore.bucket=thanos; the value is YAML; repeatable',
    },
  },
  async run({ args, rawArgs }) {
    onlyName(args._, 'cluster')
    const settings = { mode: args.mode, labels: repeated(rawArgs, 'label'), set: repeated(rawArgs, 'set') }
    process.exitCode = await addCluster(repositoryOf(args.repository), args.name, settings, args.format)
  },
})

interface Settings {
  mode: string
  labels: string[]
  set: string[]
}

async function addCluster(repository: string, name: string, settings: Settings, formatName: string): Promise<ExitCode> {
  const format = formatOf(formatName)
  const root = `${clustersFolder}/${name}`
  if (existsSync(join(repository, root, 'cluster.yaml'))) {
    printError(`${root}/cluster.yaml already exists.\n`)
    return exitCode.usage
  }
  const text = clusterYaml(name, settings)
  const diagnostics = findProblems(repository, name, text)
  if (diagnostics.length > 0) {
    if (format === 'text') printError(`${text}\n`)
    printDiagnostics(diagnostics, format)
    return exitCodeOf(diagnostics)
  }
  return await writeCluster(repository, name, text, formatName)
}

/** What is wrong with a cluster.yaml that is not written yet, alone and beside the others. */
function findProblems(repository: string, name: string, text: string): Diagnostic[] {
  const { fleet, diagnostics } = openFleet(repository)
  if (exitCodeOf(diagnostics) !== exitCode.ok) return diagnostics
  const loaded = loadCluster({ path: `${clustersFolder}/${name}/cluster.yaml`, text }, undefined, fleet)
  if (!loaded.ok) return loaded.diagnostics
  const obstacle = obstacleAbove(repository, `${clustersFolder}/${name}`)
  if (obstacle !== undefined) return [obstacle]
  const others = listClusters(repository).names.flatMap((other) => {
    const source = openCluster(repository, other)
    const one = 'folder' in source ? loadCluster(source.file, source.folder, fleet) : undefined
    return one?.ok === true ? [one] : []
  })
  return checkFleet([...others, loaded])
}

async function writeCluster(repository: string, name: string, text: string, formatName: string): Promise<ExitCode> {
  const root = `${clustersFolder}/${name}`
  const format = formatOf(formatName)
  const created = create(repository, root, text)
  if (typeof created !== 'string') {
    printDiagnostics([created], format)
    return exitCodeOf([created])
  }
  let code: ExitCode = exitCode.internal
  try {
    const result = await runFleet({ repository, generatorUrl, names: [name], mode: 'write', force: false })
    code = exitCodeOf(result.diagnostics)
    // Programs read one document from standard output.
    const people = format === 'text' ? print : printError
    if (code === exitCode.ok) people(`Added ${root}/cluster.yaml:\n\n${text}\n`)
    await printRun(result, format, { differences: false })
  } finally {
    // Another cluster of the fleet can be what stops the run; then this one is not added half.
    if (code !== exitCode.ok) rmSync(created, { recursive: true, force: true })
  }
  return code
}

/**
 * Writes a cluster.yaml whole or not at all.
 *
 * @returns what to remove in order to take it back, or why it cannot be written
 */
function create(repository: string, root: string, text: string): string | Diagnostic {
  const file = join(repository, root, 'cluster.yaml')
  const temporary = temporaryFile(repository, root, 'index')
  let first: string | undefined
  try {
    first = mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, file)
    return first ?? file
  } catch (error) {
    if (first !== undefined) rmSync(first, { recursive: true, force: true })
    return problem.unwritable(`${root}/cluster.yaml`, errorCode(error))
  } finally {
    rmSync(temporary, { force: true })
  }
}
