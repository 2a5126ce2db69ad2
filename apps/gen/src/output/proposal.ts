import { type ClusterSpec, migrationStageOf } from '@thanos-fleet/cluster-spec'
import { type Change, type Condition, finishes, type Step, type StepPlan } from '@thanos-fleet/migration'

/** What `gen migrate` has worked out. */
export interface Proposal {
  /** The cluster as its cluster.yaml says. */
  spec: ClusterSpec
  /** The next step; null where there is nothing to do. */
  plan: StepPlan | null
  /** What was found on the running cluster; null where it was not asked. */
  conditions: readonly Condition[] | null
  /** Whether the step was written into cluster.yaml. */
  written: boolean
}

/** For programs: one document. */
export function proposalJson({ spec, plan, conditions, written }: Proposal): string {
  const { name, mode, migration } = spec
  const next =
    plan === null
      ? null
      : {
          ...plan.step,
          finishes: finishes(plan.step),
          ...plan.explanation,
          clusterYaml: plan.text.after,
          changes: plan.changes,
        }
  const ready = conditions?.every(({ fulfilled }) => fulfilled) ?? null
  return `${JSON.stringify({ cluster: name, mode, migration, at: migrationStageOf(spec), next, conditions, ready, written }, null, 2)}\n`
}

/** For people: where the cluster is, what comes next and why, what it changes, whether it may be taken, and how to undo it. */
export async function proposalText(proposal: Proposal): Promise<string> {
  const { spec, plan } = proposal
  const place =
    spec.migration === null ? `is in ${spec.mode}` : `is at ${spec.migration.step}, migrating to ${spec.migration.to}`
  if (plan === null) return `${spec.name} ${place}. To migrate it, pass --to receive-mode or --to sidecar-mode.\n`
  const { explanation, text, changes, step } = plan
  return [
    `${spec.name} ${place}.`,
    '',
    `Next step: ${finishes(step) ? 'the last' : step.to}. ${explanation.title}.`,
    ...indented([explanation.why]),
    '',
    `In clusters/${spec.name}/cluster.yaml:`,
    ...indented(await difference(text.before, text.after)),
    '',
    'In the cluster:',
    ...indented(changeLines(changes)),
    '',
    'Before the step:',
    ...indented(conditionLines(proposal.conditions)),
    '',
    'To undo it:',
    ...indented([explanation.undo]),
    '',
    conclusion(proposal, step),
    '',
  ].join('\n')
}

/** The changed lines of a text, with a few around them. */
async function difference(before: string, after: string): Promise<string[]> {
  const { structuredPatch } = await import('diff')
  return structuredPatch('', '', before, after, '', '', { context: 1 }).hunks.flatMap(({ lines }) => lines)
}

function changeLines(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ['nothing']
  return changes.map(
    ({ change, kind, namespace, name, restarts }) =>
      `${change.padEnd(8)}${kind} ${namespace === null ? '' : `${namespace}/`}${name}${restarts ? '; its pods restart one by one' : ''}`,
  )
}

function conditionLines(conditions: Proposal['conditions']): string[] {
  if (conditions === null) return ['The running cluster was not queried. Pass --kubeconfig or set KUBECONFIG.']
  return conditions.flatMap(({ fulfilled, name, sentence, problems }) =>
    fulfilled ? [`ok       ${sentence} [${name}]`] : problems.map((problem) => `pending  ${problem} [${name}]`),
  )
}

function conclusion({ spec, conditions, written }: Proposal, { goal }: Step): string {
  if (written) return 'Written. Run `npx nx run gen:overlays`, and open a pull request with the result.'
  if (conditions?.some(({ fulfilled }) => !fulfilled) === true)
    return 'The cluster is not ready for this step. Nothing was written.'
  return `To take it: npx nx run gen:migrate -- ${spec.name} --to ${goal} --write`
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`.trimEnd())
}
