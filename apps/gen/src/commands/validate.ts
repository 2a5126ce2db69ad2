import { defineCommand } from 'citty'
import { join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { clustersFolder, listClusters } from '../fleet/list-clusters.ts'
import { readPatches } from '../fleet/patch-files.ts'
import { patchedObjects } from '../fleet/patches.ts'
import { readCluster } from '../fleet/read-cluster.ts'
import generator from '../fleet/thanos-generator.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError } from '../output/output.ts'
import { commonArgs, formatOf, refuseUnknownClusters, repositoryOf } from './common.ts'

/** `gen validate`: the real tools on the real output. */
export default defineCommand({
  meta: { name: 'validate', description: 'Build clusters with kustomize and check the result with the real tools' },
  args: {
    ...commonArgs,
    quick: { type: 'boolean', default: false, description: 'Only kustomize, the model and kubeconform' },
  },
  async run({ args }) {
    const repository = repositoryOf(args.repository)
    process.exitCode = refuseUnknownClusters(repository, args._) ?? (await validateAll(repository, args._, args))
  },
})

async function validateAll(repository: string, names: readonly string[], args: { format: string; quick: boolean }): Promise<ExitCode> {
  const clusters = (names.length === 0 ? listClusters(repository).names : names).map((name) => readForValidation(repository, name))
  const diagnostics = clusters.flatMap((cluster) => cluster.diagnostics)
  if (exitCodeOf(diagnostics) !== exitCode.ok) {
    printDiagnostics(diagnostics, formatOf(args.format))
    return exitCodeOf(diagnostics)
  }
  // Loaded here: the tools it brings are of no use to a cluster.yaml that is wrong.
  const { validate, table } = await import('@thanos-fleet/validate')
  const log = (line: string) => printError(`${line}\n`)
  const reports = await validate(clusters.flatMap(({ validated }) => validated), { log, quick: args.quick })
  if (args.format === 'json') print(`${JSON.stringify(reports, null, 2)}\n`)
  else print(`${table(reports)}\n`)
  const failures = reports.flatMap((report) => report.failures)
  for (const { cluster, check, subject, message } of failures) printError(`${cluster}: ${check}: ${subject}: ${message}\n`)
  return failures.length === 0 ? exitCode.ok : exitCode.differences
}

function readForValidation(repository: string, name: string) {
  const root = `${clustersFolder}/${name}`
  const { spec, diagnostics } = readCluster(repository, name, generator)
  if (spec === undefined) return { validated: [], diagnostics }
  const patched = patchedObjects(readPatches(repository, root, diagnostics))
  return { validated: [{ spec, folder: join(repository, root), patched }], diagnostics }
}
