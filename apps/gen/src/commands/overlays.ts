import { defineCommand } from 'citty'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { generatorFingerprint, untouchedSince } from '../fleet/last-run.ts'
import type { RunOptions } from '../fleet/run.ts'
import { exitCodeOf } from '../output/exit.ts'
import { printError, printRun, type ShownRun } from '../output/output.ts'
import { commonArgs, formatOf, onClusters } from './common.ts'

/** `gen overlays`: writes overlays/ and clusters/. */
export default defineCommand({
  meta: { name: 'overlays', description: 'Generate the overlays of all clusters, or of those named' },
  args: {
    ...commonArgs,
    force: {
      type: 'boolean',
      default: false,
      description: 'Overwrite generated files that were edited by hand, and hand-written files at their paths',
    },
    'assume-state': {
      type: 'string',
      valueHint: 'new|mode|step',
      description: 'What is deployed of the one cluster that is named, where its .generated does not say it',
    },
  },
  run({ args }) {
    return onClusters(args, async (repository) => {
      const assumption = args['assume-state']
      const assumed = await assumedOf(assumption, args._)
      if (typeof assumed === 'number') return assumed
      const result = await generate({ repository, names: args._, force: args.force, assumed })
      await printRun(result, formatOf(args.format), { differences: false })
      return exitCodeOf(result.diagnostics)
    })
  },
})

/**
 * What `--assume-state` says is deployed, or the exit code of a refusal: it is another matter for each cluster. What the
 * words mean is only loaded where one is given.
 */
async function assumedOf(
  assumption: string | undefined,
  names: readonly string[],
): Promise<RunOptions['assumed'] | ExitCode> {
  if (assumption === undefined) return undefined
  const { assumedState, assumptions } = await import('../fleet/cluster-state.ts')
  if (!assumptions.includes(assumption)) {
    printError(`--assume-state is one of ${assumptions.join(', ')}, not ${JSON.stringify(assumption)}.\n`)
    return exitCode.usage
  }
  if (names.length === 1) return assumedState(assumption)
  printError('--assume-state is about one cluster: name it. See gen overlays --help.\n')
  return exitCode.usage
}

async function generate(options: Pick<RunOptions, 'repository' | 'names' | 'force' | 'assumed'>): Promise<ShownRun> {
  const { repository, names, force } = options
  const start = performance.now()
  const generator = generatorFingerprint()
  const untouched = names.length === 0 ? untouchedSince(repository, generator) : undefined
  if (untouched?.all !== undefined) {
    const { units, diagnostics } = untouched.all
    return {
      units: units.map(({ report }) => ({ ...report, milliseconds: 0 })),
      diagnostics,
      differences: [],
      milliseconds: performance.now() - start,
    }
  }
  // Loaded here: a run with nothing to do has no use for it, and it would take most of its time.
  const { runShown } = await import('./run-shown.ts')
  const run = (more: Pick<RunOptions, 'keptFor'> = {}) => runShown({ ...options, ...more, mode: 'write' })
  if (untouched === undefined) return run()
  const { generateChanged } = await import('../fleet/generate-changed.ts')
  return generateChanged(repository, generator, untouched, (more) => run(force ? {} : more))
}
