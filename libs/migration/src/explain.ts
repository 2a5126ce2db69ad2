import type { Waypoint } from '@thanos-fleet/cluster-spec'
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

const explanations: Partial<Record<`${Waypoint} > ${Waypoint}`, Explanation>> = {
  'sidecar-only > receivers': {
    title: 'Deploy routers and ingestors beside everything else',
    why:
      'They get no samples yet. Query begins to take copies that differ in their tenant for one series, so that its' +
      ' pods have restarted before there is anything that could count twice.',
    undo:
      'Run gen:migrate with --to sidecar-mode. Where Receive never got a sample, revert the pull request and generate' +
      ' with --force.',
  },
  'receivers > remote-write': {
    title: 'Let Prometheus write to Receive too',
    why:
      'Prometheus loads its configuration again, without a restart. The sidecars go on serving and uploading, and' +
      ' Query reads only them: whether writing works can be seen before anything depends on it.',
    undo: `${back} What Receive has got stays in the bucket and counts once.`,
  },
  'remote-write > read-both': {
    title: 'Let Query read the ingestors too',
    why:
      'Each fresh series is there twice, and Query takes the two for one. What was scraped before remote write' +
      ' began is only in the sidecars and in the bucket.',
    undo: `${back} Query reads only the sidecars again.`,
  },
  'read-both > read-receive': {
    title: 'Let Query no longer read the sidecars',
    why:
      'Everything from before remote write began is in the bucket and served by Store; everything after it is in' +
      ' Receive. The sidecars go on uploading, so this can be taken back without a gap.',
    undo: `${back} The sidecars still have everything.`,
  },
  'read-receive > receive-only': {
    title: 'Remove the sidecars',
    why:
      'Receive uploads blocks of its own, and nothing reads the sidecars. Prometheus restarts, one replica after the' +
      ' other, and keeps its volumes.',
    undo: `${back} Prometheus restarts with sidecars; while it had none, only Receive uploaded.`,
  },
  'receive-only > read-receive': {
    title: 'Add the sidecars again',
    why:
      'Prometheus restarts with sidecars, one replica after the other. They serve what is on its volumes and begin' +
      ' to upload; Query does not read them yet.',
    undo:
      'Run gen:migrate with --to receive-mode: the bucket may have blocks of the sidecars by now, so Query must go on' +
      ' taking tenants for copies. Receive has everything.',
  },
  'read-receive > read-both': {
    title: 'Let Query read the sidecars too',
    why: 'Each fresh series is there twice, and Query takes the two for one.',
    undo: `${back} Query reads only the ingestors again.`,
  },
  'read-both > remote-write': {
    title: 'Let Query no longer read the ingestors',
    why:
      'What Receive has uploaded reaches to where the data of the sidecars begins. Prometheus goes on writing to' +
      ' Receive, so this can be taken back without a gap.',
    undo: `${back} Receive still has everything.`,
  },
  'remote-write > receivers': {
    title: 'Let Prometheus no longer write to Receive',
    why:
      'The sidecars upload, beginning before the blocks of Receive end. Prometheus loads its configuration again,' +
      ' without a restart.',
    undo: `${back} Receive then has a gap, which the sidecars fill: the checks of the way forward wait for their blocks.`,
  },
  'receivers > sidecar-only': {
    title: 'Remove routers and ingestors',
    why:
      'Nobody writes to Receive and nobody reads it. The bucket has its blocks up to where those of the sidecars' +
      ' begin; the rest is on the volumes of Prometheus, and ingestors upload it too when they stop.',
    undo: `${back} Ingestors find their volumes, which are kept.`,
  },
}

/** Why a step is taken, what it does, and how it is undone. */
export function explain(step: Step): Explanation {
  const { from, to, goal } = step
  if (finishes(step)) {
    return {
      title: `Arrive: mode ${goal}`,
      why:
        'Nothing that runs changes: cluster.yaml says where the cluster has arrived, dashboards and NetworkPolicies are those' +
        ' of the mode. Query goes on taking tenants for copies (query.deduplicateTenants) as long as the bucket has blocks of both ways.',
      undo: 'Run gen:migrate with --to and the mode it came from, which begins the way back.',
    }
  }
  const found = explanations[`${from} > ${to}`]
  if (found === undefined) throw new RangeError(`there is no step from ${from} to ${to}`)
  return found
}
