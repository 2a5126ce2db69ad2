import { defineCommand } from 'citty'
import { runFleet } from '../fleet/run.ts'
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
    const progress = progressLine(process.stderr)
    const { force } = args
    const onProgress = progress.update
    const result = await runFleet({ repository, generatorUrl, names: args._, mode: 'write', force, onProgress })
    progress.clear()
    await printRun(result, formatOf(args.format), { differences: false })
    process.exitCode = exitCodeOf(result.diagnostics)
  },
})
