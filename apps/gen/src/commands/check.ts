import { defineCommand } from 'citty'
import { exitCode } from '../exit-codes.ts'
import { runFleet } from '../fleet/run.ts'
import { exitCodeOf } from '../output/exit.ts'
import { printRun } from '../output/output.ts'
import { progressLine } from '../output/progress.ts'
import { commonArgs, formatOf, generatorUrl, refuseUnknownClusters, repositoryOf } from './common.ts'

/** `gen check`: compares overlays/ and clusters/ with what would be written. */
export default defineCommand({
  meta: { name: 'check', description: 'List files that are missing, extra or changed; write nothing' },
  args: commonArgs,
  async run({ args }) {
    const repository = repositoryOf(args.repository)
    const refused = refuseUnknownClusters(repository, args._)
    if (refused !== undefined) {
      process.exitCode = refused
      return
    }
    const progress = progressLine(process.stderr)
    const onProgress = progress.update
    // What people edited is a difference here, not an obstacle.
    const result = await runFleet({ repository, generatorUrl, names: args._, mode: 'check', force: true, onProgress })
    progress.clear()
    await printRun(result, formatOf(args.format), { differences: true })
    const code = exitCodeOf(result.diagnostics)
    process.exitCode = code === exitCode.ok && result.differences.length > 0 ? exitCode.differences : code
  },
})
