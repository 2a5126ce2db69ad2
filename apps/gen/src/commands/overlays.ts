import { defineCommand } from 'citty'
import { generatorFingerprint, remember, unchangedSince } from '../fleet/last-run.ts'
import type { RunResult } from '../fleet/run.ts'
import { exitCodeOf } from '../output/exit.ts'
import { printRun } from '../output/output.ts'
import { progressLine } from '../output/progress.ts'
import { commonArgs, formatOf, generatorUrl, refuseUnknownClusters, repositoryOf } from './common.ts'

/** `gen overlays`: writes overlays/ and clusters/. */
export default defineCommand({
  meta: { name: 'overlays', description: 'Write what cluster.yaml asks for, for all clusters or those named' },
  args: {
    ...commonArgs,
    force: {
      type: 'boolean',
      default: false,
      description: 'Replace generated files that were edited by hand, and files in the way',
    },
  },
  async run({ args }) {
    const repository = repositoryOf(args.repository)
    const refused = refuseUnknownClusters(repository, args._)
    if (refused !== undefined) {
      process.exitCode = refused
      return
    }
    const result = await generate(repository, args._, args.force)
    await printRun(result, formatOf(args.format), { differences: false })
    process.exitCode = exitCodeOf(result.diagnostics)
  },
})

async function generate(repository: string, names: readonly string[], force: boolean): Promise<RunResult> {
  const start = performance.now()
  const generator = generatorFingerprint()
  const last = names.length === 0 ? unchangedSince(repository, generator) : undefined
  if (last !== undefined) {
    const units = last.units.map(({ report }) => ({ ...report, milliseconds: 0 }))
    return {
      units,
      diagnostics: last.diagnostics,
      differences: [],
      settled: new Map(),
      milliseconds: performance.now() - start,
    }
  }
  // Loaded here: a run with nothing to do has no use for it, and it would take most of its time.
  const { runFleet } = await import('../fleet/run.ts')
  const progress = progressLine(process.stderr)
  const result = await runFleet({ repository, generatorUrl, names, mode: 'write', force, onProgress: progress.update })
  progress.clear()
  if (names.length === 0) remember(repository, generator, result)
  return result
}
