import { defineCommand } from 'citty'
import { exitCode } from '../exit-codes.ts'
import { exitCodeOf } from '../output/exit.ts'
import { printRun } from '../output/output.ts'
import { commonArgs, formatOf, onClusters } from './common.ts'
import { runShown } from './run-shown.ts'

/** `gen check`: compares overlays/ and clusters/ with what would be written. */
export default defineCommand({
  meta: { name: 'check', description: 'List missing, extra and changed files without writing' },
  args: commonArgs,
  run({ args }) {
    return onClusters(args, async (repository) => {
      // What people edited is a difference here, not an obstacle.
      const result = await runShown({ repository, names: args._, mode: 'check', force: true })
      await printRun(result, formatOf(args.format), { differences: true })
      const code = exitCodeOf(result.diagnostics)
      return code === exitCode.ok && result.differences.length > 0 ? exitCode.differences : code
    })
  },
})
