import { explainFleet, loadCluster, type Provenance } from '@thanos-fleet/cluster-spec'
import { columns } from '@thanos-fleet/text/tables'
import { defineCommand } from 'citty'
import { exitCode } from '../exit-codes.ts'
import { fleetFile } from '../fleet/list-clusters.ts'
import { openCluster } from '../fleet/read-cluster.ts'
import { statedLinks } from '../fleet/stated-links.ts'
import { openFleet } from '../fleet/read-fleet.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError } from '../output/output.ts'
import { commonArgs, formatOf, refuseUnknownClusters, repositoryOf } from './common.ts'

/** `gen explain`: every setting of a cluster and where it comes from. */
export default defineCommand({
  meta: {
    name: 'explain',
    description: 'Print every setting of a cluster or of fleet.yaml and the source of its value',
  },
  args: commonArgs,
  run({ args }) {
    const repository = repositoryOf(args.repository)
    if (args._.length === 0) {
      printError('Missing cluster name: gen explain <cluster>, or gen explain fleet.yaml\n')
      process.exitCode = exitCode.usage
      return
    }
    process.exitCode =
      refuseUnknownClusters(
        repository,
        args._.filter((name) => name !== fleetFile),
      ) ?? explainAll(repository, args._, args.format)
  },
})

function explainAll(repository: string, names: readonly string[], formatName: string) {
  const explained: Record<string, Provenance[]> = {}
  const { fleet, diagnostics: ofFleet } = openFleet(repository)
  if (exitCodeOf(ofFleet) !== exitCode.ok) {
    printDiagnostics(ofFleet, formatOf(formatName))
    return exitCodeOf(ofFleet)
  }
  const links = names.every((name) => name === fleetFile) ? undefined : statedLinks(repository, fleet)
  const diagnostics = names.flatMap((name) => {
    if (name === fleetFile) {
      explained[name] = explainFleet(fleet)
      return []
    }
    const source = openCluster(repository, name)
    if (!('folder' in source)) return [source]
    const loaded = loadCluster(source.file, source.folder, fleet)
    if (!loaded.ok) return loaded.diagnostics
    explained[name] = [...loaded.provenance(), ...(links?.get(name) ?? [])]
    return source.diagnostics
  })
  const format = formatOf(formatName)
  if (format === 'json' && diagnostics.length === 0) print(`${JSON.stringify(explained, null, 2)}\n`)
  else for (const [name, settings] of Object.entries(explained)) print(`${settingLines(name, settings).join('\n')}\n`)
  if (diagnostics.length > 0) printDiagnostics(diagnostics, format)
  return exitCodeOf(diagnostics)
}

/** Three columns: the setting, its value as it would be written in cluster.yaml, its source. */
function settingLines(name: string, settings: readonly Provenance[]): string[] {
  const rows = settings.map(({ path, value, from }) => [path, JSON.stringify(value), from])
  return [`# ${name}`, ...columns(rows, { most: { 1: 40 } })]
}
