import { modeDefaults, type ProductionMode } from '@thanos-fleet/cluster-spec'
import { parse } from 'yaml'
import { finishes, type Step } from './step.ts'
import { type Edit, edited, hasKey } from './yaml-text.ts'

/**
 * The text of `cluster.yaml` after a step. Everything that the step does not say stays as it was written, with comments.
 * @param text of a file that `loadCluster` takes
 */
export function applyStep(text: string, step: Step): string {
  return edited(
    text,
    finishes(step)
      ? arrival(text, step.goal)
      : [
          ...(hasKey(text, 'migration')
            ? ([
                { path: ['migration', 'to'], value: step.goal },
                { path: ['migration', 'step'], value: step.to },
              ] satisfies Edit[])
            : ([{ path: ['migration'], value: { to: step.goal, step: step.to } }] satisfies Edit[])),
        ],
  )
}

/** The new mode, with nothing else changed that runs: what the new mode would add or remove by default is written down. */
function arrival(text: string, goal: ProductionMode): Edit[] {
  const unused = goal === 'receive-mode' ? 'sidecar' : 'receive'
  return [
    { path: ['migration'], value: undefined },
    { path: [unused], value: undefined },
    {
      path: ['query', 'deduplicateTenants'],
      value: true,
      comment:
        'While the bucket has blocks of the move: a series is in them twice, once with a tenant and once without.',
    },
    ...rule(text, goal),
    { path: ['mode'], value: goal },
  ]
}

function rule(text: string, goal: ProductionMode): Edit[] {
  const other = goal === 'receive-mode' ? 'sidecar-mode' : 'receive-mode'
  const deployed = hasRule(other)
  if (modeOf(text) === goal || deployed === hasRule(goal) || hasKey(text, 'rule')) return []
  return [
    {
      path: ['rule'],
      value: deployed ? {} : false,
      comment: `As it was: by default, ${goal} has ${deployed ? 'no' : 'a'} Thanos Rule.`,
    },
  ]
}

function hasRule(mode: ProductionMode): boolean {
  return modeDefaults(mode, '').rule !== null
}

function modeOf(text: string): unknown {
  const file: unknown = parse(text)
  return typeof file === 'object' && file !== null && 'mode' in file ? file.mode : undefined
}
