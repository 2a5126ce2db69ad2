import type { MigrationStage } from '@thanos-fleet/cluster-spec'
import { finishes, type Step } from './step.ts'

/** A step in words. */
export interface Explanation {
  title: string
  /** What the step is for, and why it is safe now. */
  why: string
  /** How to take it back, and what that costs. */
  undo: string
}

const back = 'Revert the pull request, or run gen:migrate with --to and the other mode.'

const explanations: Partial<Record<`${MigrationStage} > ${MigrationStage}`, Explanation>> = {
  'sidecar-only > receivers': {
    title: 'Deploy Receive routers and ingestors',
    why:
      'They receive no samples yet. Query starts to deduplicate series that differ only in their tenant, so that its' +
      ' pods have restarted before anything could be counted twice.',
    undo:
      'Run gen:migrate with --to sidecar-mode. If Receive never received a sample, revert the pull request and generate' +
      ' with --force.',
  },
  'receivers > remote-write': {
    title: 'Start remote write from Prometheus to Receive',
    why:
      'Prometheus reloads its configuration without a restart. The sidecars keep serving and uploading, and' +
      ' Query reads only them: remote write can be verified before anything depends on it.',
    undo: `${back} What Receive has stored stays in the bucket and is counted once.`,
  },
  'remote-write > read-both': {
    title: 'Make Query read the ingestors as well',
    why:
      'Each fresh series exists twice, and Query deduplicates it. What was scraped before remote write' +
      ' started is only in the sidecars and in the bucket.',
    undo: `${back} Query reads only the sidecars again.`,
  },
  'read-both > read-receive': {
    title: 'Stop Query from reading the sidecars',
    why:
      'Everything from before remote write started is in the bucket and served by Store; everything after it is in' +
      ' Receive. The sidecars keep uploading, so this can be reverted without a gap.',
    undo: `${back} The sidecars still have everything.`,
  },
  'read-receive > receive-only': {
    title: 'Remove the sidecars',
    why:
      'Receive uploads its own blocks, and nothing reads the sidecars. Prometheus restarts one replica after the' +
      ' other, and keeps its volumes.',
    undo: `${back} Prometheus restarts with sidecars; while it had none, only Receive uploaded.`,
  },
  'receive-only > read-receive': {
    title: 'Add the sidecars again',
    why:
      'Prometheus restarts with sidecars, one replica after the other. They serve what is on its volumes and start' +
      ' to upload; Query does not read them yet.',
    undo:
      'Run gen:migrate with --to receive-mode: the bucket may contain blocks of the sidecars by now, so Query must keep' +
      ' deduplicating tenants. Receive has everything.',
  },
  'read-receive > read-both': {
    title: 'Make Query read the sidecars as well',
    why: 'Each fresh series exists twice, and Query deduplicates it.',
    undo: `${back} Query reads only the ingestors again.`,
  },
  'read-both > remote-write': {
    title: 'Stop Query from reading the ingestors',
    why:
      'The blocks that Receive has uploaded reach up to the start of the data of the sidecars. Prometheus keeps writing to' +
      ' Receive, so this can be reverted without a gap.',
    undo: `${back} Receive still has everything.`,
  },
  'remote-write > receivers': {
    title: 'Stop remote write from Prometheus to Receive',
    why:
      'The sidecars have uploaded blocks from before the blocks of Receive end. Prometheus reloads its configuration,' +
      ' without a restart.',
    undo: `${back} Receive then has a gap, which the sidecars fill: the checks of the next steps wait for their blocks.`,
  },
  'receivers > sidecar-only': {
    title: 'Remove routers and ingestors',
    why:
      'Nothing writes to or reads from Receive. The bucket has its blocks up to the start of those of the sidecars;' +
      ' the rest is on the volumes of Prometheus, and ingestors also upload it when they stop.',
    undo: `${back} Ingestors reuse their volumes, which are kept.`,
  },
}

/** Why a step is taken, what it does, and how it is undone. */
export function explain(step: Step): Explanation {
  const { from, to, goal } = step
  if (finishes(step)) {
    return {
      title: `Finish: switch to mode ${goal}`,
      why:
        'No running component changes: cluster.yaml states the new mode; dashboards and NetworkPolicies are those' +
        ' of the mode. Query keeps deduplicating tenants (query.deduplicateTenants) as long as the bucket has blocks from both data paths.',
      undo: 'Run gen:migrate with --to and the previous mode, which starts the migration back.',
    }
  }
  const found = explanations[`${from} > ${to}`]
  if (found === undefined) throw new RangeError(`there is no step from ${from} to ${to}`)
  return found
}
