import { productionModes } from '@thanos-fleet/catalog'
import {
  type ClusterSpec,
  decode,
  loadCluster,
  type ProductionMode,
  type MigrationStage,
  migrationStages,
} from '@thanos-fleet/cluster-spec'
import type { Diagnostic, Format } from '@thanos-fleet/diagnostics'
import { type Before, checkStep, type Measured, planStep, type StepPlan } from '@thanos-fleet/migration'
import { defineCommand } from 'citty'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode, type ExitCode } from '../exit-codes.ts'
import { problem } from '../files/problems.ts'
import { errorCode } from '../files/tree.ts'
import { placeBefore } from '../fleet/cluster-state.ts'
import { lastOfCluster } from '../fleet/last-of-cluster.ts'
import { clustersFolder } from '../fleet/list-clusters.ts'
import { openCluster } from '../fleet/read-cluster.ts'
import { openFleet } from '../fleet/read-fleet.ts'
import { exitCodeOf } from '../output/exit.ts'
import { print, printDiagnostics, printError } from '../output/output.ts'
import { type Proposal, proposalJson, proposalText } from '../output/proposal.ts'
import { commonArgs, formatOf, refuseUnknownClusters, onlyName, repositoryOf } from './common.ts'

/** `gen migrate`: one step on the way from one production mode to the other. */
export default defineCommand({
  meta: {
    name: 'migrate',
    description: 'Propose the next migration step of a cluster, and check that it is ready for it',
  },
  args: {
    ...commonArgs,
    name: { type: 'positional', description: 'The cluster', required: true },
    to: {
      type: 'enum',
      options: [...productionModes],
      description: 'The target mode; default: the target of the current migration',
    },
    step: { type: 'enum', options: [...migrationStages], description: 'The step to take; must be the next one' },
    write: {
      type: 'boolean',
      default: false,
      description: 'Write the step to cluster.yaml if the cluster is ready',
    },
    kubeconfig: {
      type: 'string',
      valueHint: 'file',
      description: 'The kubeconfig file; default: $KUBECONFIG',
    },
    context: {
      type: 'string',
      valueHint: 'name',
      description: 'The kubeconfig context; default: its current context',
    },
    check: {
      type: 'boolean',
      default: true,
      description: 'Query the running cluster',
      negativeDescription: 'Do not query the running cluster',
    },
  },
  async run({ args }) {
    onlyName(args._, 'cluster')
    const repository = repositoryOf(args.repository)
    const file = args.kubeconfig ?? process.env['KUBECONFIG']
    process.exitCode =
      refuseUnknownClusters(repository, [args.name]) ??
      (await migrate({
        repository,
        name: args.name,
        goal: productionModes.find((goal) => goal === args.to),
        step: migrationStages.find((step) => step === args.step),
        write: args.write,
        access: args.check && file !== undefined && file !== '' ? { file, context: args.context } : null,
        format: formatOf(args.format),
      }))
  },
})

interface Request {
  repository: string
  name: string
  goal: ProductionMode | undefined
  step: MigrationStage | undefined
  write: boolean
  /** How to reach the running cluster; null: it is not asked. */
  access: { file: string; context: string | undefined } | null
  format: Format
}

async function migrate(request: Request): Promise<ExitCode> {
  const { repository, name, goal, step, format } = request
  const { fleet, diagnostics } = openFleet(repository)
  if (exitCodeOf(diagnostics) !== exitCode.ok) return refuse(diagnostics, format)
  const source = openCluster(repository, name)
  if (!('folder' in source)) return refuse([source], format)
  const text = decode(source.file.text)
  if (typeof text !== 'string') {
    const loaded = loadCluster(source.file)
    return refuse(loaded.ok ? loaded.warnings : loaded.diagnostics, format)
  }
  const file = { path: source.file.path, text }
  const generated = placeGenerated(repository, name)
  if (Array.isArray(generated)) return refuse(generated, format)
  const planned = planStep(file, { goal, step, generated }, source.folder, fleet)
  if (!planned.ok) return refuse(planned.diagnostics, format)
  const measured = request.access === null ? null : await ask(request.access, planned.spec)
  if (typeof measured === 'string') {
    printError(`Cannot reach the API server: ${measured}\n`)
    return exitCode.unreachable
  }
  return await conclude(request, planned.spec, planned.plan, measured)
}

/** @returns what was measured, or why the API server cannot be reached */
async function ask(access: NonNullable<Request['access']>, spec: ClusterSpec): Promise<Measured | string> {
  // Loaded here: the client of Kubernetes is large, and only this command has a use for it.
  const { configFrom, kubeReader, measure, Unreachable } = await import('@thanos-fleet/live-cluster')
  try {
    return await measure(kubeReader(configFrom(access.file, access.context), spec), spec)
  } catch (error) {
    if (error instanceof Unreachable) return error.message
    throw error
  }
}

async function conclude(
  { repository, write, format }: Request,
  spec: ClusterSpec,
  plan: StepPlan | null,
  measured: Measured | null,
): Promise<ExitCode> {
  const conditions = plan === null || measured === null ? null : checkStep(plan.step, spec, measured)
  const ready = conditions === null || conditions.every(({ fulfilled }) => fulfilled)
  const written = write && plan !== null && ready
  const unwritable = written ? writeClusterYaml(repository, spec.name, plan.text.after) : null
  if (unwritable !== null) return refuse([unwritable], format)
  const proposal: Proposal = { spec, plan, conditions, written }
  print(format === 'json' ? proposalJson(proposal) : await proposalText(proposal))
  return ready ? exitCode.ok : exitCode.differences
}

function writeClusterYaml(repository: string, name: string, text: string): Diagnostic | null {
  const path = `${clustersFolder}/${name}/cluster.yaml`
  try {
    writeFileSync(join(repository, path), text)
    return null
  } catch (error) {
    return problem.unwritable(path, errorCode(error))
  }
}

/** Where the cluster was when its folder was generated last; null for one that never was. */
function placeGenerated(repository: string, name: string): Before | null | Diagnostic[] {
  const { last, problems } = lastOfCluster(repository, name)
  if (problems.length > 0) return problems
  const before = placeBefore(last, name)
  return before !== null && 'code' in before ? [before] : before
}

function refuse(diagnostics: readonly Diagnostic[], format: Format): ExitCode {
  printDiagnostics(diagnostics, format)
  return exitCodeOf(diagnostics)
}
