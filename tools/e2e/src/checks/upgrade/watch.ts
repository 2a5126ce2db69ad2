import type { V1ContainerStatus, V1Pod, V1PodDisruptionBudget } from '@kubernetes/client-node'
import type { ComponentName } from '@thanos-fleet/catalog'
import { setTimeout as pause } from 'node:timers/promises'
import { isReady, nameOf } from '../../cluster/kube.ts'
import { messageOf } from '../../cluster/until.ts'
import type { World } from '../../world.ts'

/** What must not happen during a rollout, and did. */
export class RolloutWatch {
  readonly #world: World
  readonly #wrong = new Set<string>()
  readonly #pruned = new Set<string>()
  readonly #stopped = new AbortController()
  readonly #loop: Promise<void>
  #looks = 0

  /** Looks once a second until it is stopped. */
  constructor(world: World) {
    this.#world = world
    this.#loop = this.#run()
  }

  async stop(): Promise<{ looks: number; wrong: string[]; pruned: string[] }> {
    this.#stopped.abort()
    await this.#loop
    return { looks: this.#looks, wrong: [...this.#wrong].toSorted(), pruned: [...this.#pruned].toSorted() }
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      // An API server that does not answer once is not what is tested here.
      await this.#look().catch((error: unknown) => {
        this.#world.log(`    ${messageOf(error)}`)
      })
      await pause(1000, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
    }
  }

  async #look(): Promise<void> {
    const { kube, namespace } = this.#world
    const [pods, { items: budgets }] = await Promise.all([
      kube.pods(namespace),
      kube.policy.listNamespacedPodDisruptionBudget({ namespace }),
    ])
    this.#looks++
    for (const message of [...brokenBudgets(budgets, pods), ...restarted(pods)]) this.#wrong.add(message)
    for (const pod of prunedAtStart(pods)) this.#pruned.add(pod)
  }
}

/**
 * Budgets with fewer Ready pods than they ask for, counted from the pods: a budget's own status follows later. A rollout
 * does not ask the budgets, but must not do what they forbid. Shards have data of their own, in a StatefulSet each, and so have
 * hashrings: each may miss as many as the budget lets go. Zones of a hashring have copies of each other's data, and are
 * counted together.
 */
export function brokenBudgets(budgets: readonly V1PodDisruptionBudget[], pods: readonly V1Pod[]): string[] {
  return budgets.flatMap((budget) => {
    const wanted = Object.entries(budget.spec?.selector?.matchLabels ?? {})
    const own = pods.filter(({ metadata }) => wanted.every(([key, value]) => metadata?.labels?.[key] === value))
    const shards = Map.groupBy(own, (pod) => shardOf(nameOf(budget), pod))
    if (shards.size < 2) return brokenFor(nameOf(budget), own, neededBy(budget))
    const allowed = (budget.status?.expectedPods ?? own.length) - neededBy(budget)
    return [...shards].flatMap(([shard, some]) => brokenFor(`${nameOf(budget)} ${shard}`, some, some.length - allowed))
  })
}

type ShardOf = (pod: V1Pod) => string | undefined

/** What the pods that have copies of one another's data have in common, by component; of all others that is the component. */
const sharing: ReadonlyMap<string, ShardOf> = new Map<ComponentName, ShardOf>([
  ['thanos-store', statefulSetOf],
  ['thanos-compact', statefulSetOf],
  ['thanos-receive-ingestor', ({ metadata }) => metadata?.labels?.['thanos-fleet/hashring']],
])

function statefulSetOf({ metadata }: V1Pod): string | undefined {
  return metadata?.ownerReferences?.[0]?.name
}

function shardOf(component: string, pod: V1Pod): string {
  return sharing.get(component)?.(pod) ?? ''
}

function brokenFor(name: string, pods: readonly V1Pod[], needed: number): string[] {
  const ready = pods.filter(isReady).length
  return ready < needed ? [`${name}: ${ready} Ready, the budget asks for ${needed}`] : []
}

/** The number of pods that a budget wants healthy; the API server works out percentages and what `maxUnavailable` comes to. */
function neededBy({ status }: V1PodDisruptionBudget): number {
  return status?.desiredHealthy ?? 0
}

/** Containers that were started again, but for a defect of Thanos. */
export function restarted(pods: readonly V1Pod[]): string[] {
  return pods.flatMap((pod) =>
    (pod.status?.containerStatuses ?? [])
      .filter((status) => status.restartCount > 0 && !endedByPruning(status))
      .map(({ name, restartCount }) => `${nameOf(pod)}: ${name} was restarted ${restartCount} times`),
  )
}

/** The pods whose ingestor ended by that defect. */
export function prunedAtStart(pods: readonly V1Pod[]): string[] {
  return pods.filter(({ status }) => (status?.containerStatuses ?? []).some(endedByPruning)).map(nameOf)
}

/**
 * Receive looks for tenants to prune in each minute that is a multiple of two blocks, and if it starts in that minute before it
 * has opened their TSDBs, it ends. Blocks of two hours make that six minutes of a day, those of this test one in eight.
 * Source: cmd/thanos/receive.go, "setting up periodic tenant pruning", and shouldBeMarkedInactive in pkg/receive/multitsdb.go of 0.42.4
 */
function endedByPruning({ lastState }: V1ContainerStatus): boolean {
  return lastState?.terminated?.message?.includes('shouldBeMarkedInactive') === true
}
