import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { defineCommand } from 'citty'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { clustersFolder, listClusters } from '../fleet/list-clusters.ts'
import { memberOf } from '../fleet/member.ts'
import { readPatches } from '../fleet/patch-files.ts'
import { type LinkedClusters, linkedClusters } from '../fleet/linked-clusters.ts'
import { readCluster } from '../fleet/read-cluster.ts'
import { bind, readFleet } from '../fleet/read-fleet.ts'
import generator from '../fleet/thanos-generator.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError } from '../output/output.ts'
import { commonArgs, formatOf, onClusters } from './common.ts'

/** `gen validate`: the real tools on the real output. */
export default defineCommand({
  meta: { name: 'validate', description: 'Build clusters with kustomize and validate the result' },
  args: {
    ...commonArgs,
    scores: {
      type: 'boolean',
      default: false,
      description: 'Also print kube-score findings, and why they are accepted',
    },
    quick: { type: 'boolean', default: false, description: 'Only kustomize, the model and kubeconform' },
  },
  run({ args }) {
    return onClusters(args, (repository) => validateAll(repository, args._, args))
  },
})

async function validateAll(
  repository: string,
  names: readonly string[],
  args: { format: string; quick: boolean; scores: boolean },
): Promise<ExitCode> {
  const { generator: bound, diagnostics: ofFleet } = bind(generator, readFleet(repository))
  if (bound === undefined || exitCodeOf(ofFleet) !== exitCode.ok) {
    printDiagnostics(ofFleet, formatOf(args.format))
    return exitCodeOf(ofFleet)
  }
  const listing = listClusters(repository)
  const linked = linkedClusters(repository, listing, bound)
  const clusters = (names.length === 0 ? listing.names : names).map((name) =>
    readForValidation(repository, name, bound, linked),
  )
  const diagnostics = [...listing.diagnostics, ...clusters.flatMap((cluster) => cluster.diagnostics)]
  if (exitCodeOf(diagnostics) !== exitCode.ok) {
    printDiagnostics(diagnostics, formatOf(args.format))
    return exitCodeOf(diagnostics)
  }
  // Loaded here: the tools it brings are of no use to a cluster.yaml that is wrong.
  const { buildFor, scoreTable, table, validate, validateShared } = await import('@thanos-fleet/validate')
  buildFor(repository)
  const log = (line: string) => printError(`${line}\n`)
  const reports = await validate(
    clusters.flatMap(({ validated }) => validated),
    { log, quick: args.quick },
  )
  // Whoever names clusters wants to know about those; bases and GitOps objects belong to all.
  if (names.length === 0) reports.push(...(await validateShared(sharedOf(repository), log)))
  if (args.format === 'json') print(`${JSON.stringify(reports, null, 2)}\n`)
  else print(`${table(reports)}\n${args.scores ? `\n${scoreTable(reports)}\n` : ''}`)
  const failures = reports.flatMap((report) => report.failures)
  for (const { cluster, check, subject, message } of failures)
    printError(`${cluster}: ${check}: ${subject}: ${message}\n`)
  return failures.length === 0 ? exitCode.ok : exitCode.differences
}

function readForValidation(
  repository: string,
  name: string,
  bound: typeof generator,
  linked: LinkedClusters<ClusterSpec>,
) {
  const root = `${clustersFolder}/${name}`
  const { spec: read, diagnostics, locate } = readCluster(repository, name, bound)
  if (read === undefined) return { validated: [], diagnostics }
  const { spec, diagnostics: between } = linked(read)
  diagnostics.push(...between)
  const patches = readPatches(repository, root, diagnostics)
  const { state, diagnostics: found } = bound.generate(memberOf(name, spec, locate), patches)
  diagnostics.push(...found)
  return { validated: [{ spec, folder: join(repository, root), state }], diagnostics }
}

/** The folders of `overlays/` that someone may build by themselves, and the files for Flux. */
function sharedOf(repository: string) {
  const overlays = join(repository, 'overlays')
  const below = (folder: string) =>
    existsSync(join(overlays, folder)) ? readdirSync(join(overlays, folder)).map((name) => join(folder, name)) : []
  const folders = [...below('.'), ...below('base'), ...below('gitops')].filter((path) =>
    existsSync(join(overlays, path, 'kustomization.yaml')),
  )
  const files = below('gitops/flux').filter((path) => path.endsWith('.yaml'))
  return [
    ...folders.map((path) => ({ name: `overlays/${path}`, folder: join(overlays, path) })),
    ...files.map((path) => ({ name: `overlays/${path}`, file: join(overlays, path) })),
  ]
}
