import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { join } from 'node:path'
import type { Adapter } from './adapters/adapter.ts'
import type { Check, Figure } from './check.ts'
import { CheckFailure } from './failure.ts'
import { check as accepted } from './checks/accepted.ts'
import { checks } from './checks/index.ts'
import { messageOf } from './cluster/until.ts'
import { proveCounter } from './counter-proof.ts'
import { attach, bringUp, tearDown } from './environment.ts'
import { faults } from './faults/index.ts'
import { runFault } from './harness/run-fault.ts'
import type { Options } from './options.ts'
import { collect } from './report/evidence.ts'
import type { Result } from './report/result.ts'
import { walk } from './migration/walk.ts'
import { type ClusterName, provenIn } from './workspace/clusters.ts'
import type { World } from './world.ts'

type Log = (line: string) => void

/** Seconds: what the last check took back may still be rolled out. */
const settling = 600

/** Runs everything that was asked for, cluster by cluster; what fails does not keep the rest from running. */
export async function run(adapter: Adapter, options: Options, log: Log, done: (result: Result) => void): Promise<void> {
  if (options.attach) {
    const world = attach(adapter, log)
    world.patience = options.patience
    await world.ready(settling)
    await proofs(world, options, done)
    return
  }
  for (const cluster of options.clusters) {
    log(`=== ${cluster}`)
    const world = await bringUp(adapter, cluster, log)
    world.patience = options.patience
    if (!appliesFirst(options)) await world.deploy()
    await proofs(world, options, done)
    world.kube.close()
    if (!options.keep) await tearDown(adapter, log)
  }
}

/**
 * Whether the stack is applied by a check, which measures it from nothing. Any other choice of checks and faults finds
 * it applied and Ready.
 */
export function appliesFirst({ checks, only }: Pick<Options, 'checks' | 'only'>): boolean {
  return checks && (only.length === 0 || only.includes(accepted.name))
}

async function proofs(world: World, options: Options, done: (result: Result) => void): Promise<void> {
  const named = ({ name }: { name: string }) => options.only.length === 0 || options.only.includes(name)
  const one = async (kind: Result['kind'], name: string, title: string, prove: () => Promise<Figure[]>) => {
    world.log(`${kind} ${name} …`)
    done(await prove1(world, options, { kind, name, title, prove }))
  }
  for (const group of options.checks
    ? sideBySide(checks.filter(({ modes }) => provenIn(modes, world.cluster)).filter(named))
    : []) {
    await Promise.all(group.map((check) => one('check', check.name, check.title, () => check.run(world))))
  }
  if (options.faults || options.counterProofs || options.migration) await world.ready(settling)
  if (options.faults) {
    for (const fault of faults.filter(({ modes }) => modes.includes(world.cluster)).filter(named)) {
      if (fault.needsNodePower === true && world.adapter.stopNode === null)
        done(notRun(world, fault, 'nodes of this cluster cannot be switched off'))
      else await one('fault', fault.name, fault.title, () => runFault(world, fault))
    }
  }
  if (options.counterProofs)
    for (const check of counterProofsOf(world.cluster).filter(named))
      await one('counter-proof', check.name, check.counterProof.breaks, () => proveCounter(world, check))
  if (options.migration && world.cluster === 'sidecar-mode')
    await one('migration', 'migration', walk.title, () => walk.run(world))
}

/** Neighbours in the list that do not disturb each other run at the same time: most of a check is waiting. */
export function sideBySide<Item extends { beside?: boolean }>(items: readonly Item[]): Item[][] {
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (item.beside === true && last?.at(-1)?.beside === true) last.push(item)
    else groups.push([item])
  }
  return groups
}

function notRun({ cluster: mode }: World, { name, title }: { name: string; title: string }, message: string): Result {
  return { mode, kind: 'fault', name, title, outcome: 'not run', message, figures: [], milliseconds: 0 }
}

function counterProofsOf(cluster: ClusterName): Check[] {
  return checks.filter(({ counterProof }) => counterProof.mode === cluster)
}

interface Proof {
  kind: Result['kind']
  name: string
  title: string
  prove: () => Promise<Figure[]>
}

async function prove1(world: World, { out }: Options, { kind, name, title, prove }: Proof): Promise<Result> {
  const begun = performance.now()
  const result = (outcome: Result['outcome'], message: string, figures: Figure[] = []): Result => ({
    mode: world.cluster,
    kind,
    name,
    title,
    outcome,
    message,
    figures,
    milliseconds: performance.now() - begun,
  })
  try {
    return result('held', '', await prove())
  } catch (error) {
    const failed = result(error instanceof CheckFailure ? 'failed' : 'error', messageOf(error))
    const own =
      error instanceof CheckFailure
        ? error.evidence
        : { 'stack.txt': error instanceof Error ? (error.stack ?? '') : String(error) }
    await collect(world, join(repositoryRoot, out, 'failures', `${world.cluster}-${kind}-${name}`), own).catch(
      (problem: unknown) => {
        world.log(`evidence could not be collected: ${messageOf(problem)}`)
      },
    )
    return failed
  }
}
