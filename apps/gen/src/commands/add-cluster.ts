import { checkFleet, loadCluster, modes } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { defineCommand } from 'citty'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { obstacleAbove } from '../files/guard.ts'
import { clustersFolder, listClusters } from '../fleet/list-clusters.ts'
import { openCluster } from '../fleet/read-cluster.ts'
import { openFleet } from '../fleet/read-fleet.ts'
import { runFleet } from '../fleet/run.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError, printRun } from '../output/output.ts'
import { clusterYaml, repeated } from './cluster-yaml.ts'
import { commonArgs, formatOf, generatorUrl, repositoryOf } from './common.ts'

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
  const folder = join(repository, clustersFolder, name)
  const created = mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'cluster.yaml'), text, { flag: 'wx' })
  const result = await runFleet({ repository, generatorUrl, names: [name], mode: 'write', force: false })
  const code = exitCodeOf(result.diagnostics)
  // Another cluster of the fleet can be what stops the run; then this one is not added half.
  if (code !== exitCode.ok) rmSync(created ?? join(folder, 'cluster.yaml'), { recursive: true })
  else print(`Added ${clustersFolder}/${name}/cluster.yaml:\n\n${text}\n`)
  await printRun(result, formatOf(formatName), { differences: false })
  return code
}
