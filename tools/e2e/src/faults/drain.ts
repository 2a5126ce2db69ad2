import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { isReady, nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { componentOf, stackPods } from '../harness/health.ts'
import { last } from '../harness/lasting.ts'
import { nodeOf } from '../harness/pods.ts'

/** Seconds. */
const length = 30

export const fault: Fault = {
  name: 'drain',
  title: 'A node is drained, and takes pods again half a minute later',
  modes: ['sidecar-mode', 'receive-mode'],
  promise: {
    continues: 'Everything: disruption budgets let one pod of a component go at a time, and pods end in order.',
    pauses: 'What is single and was on the node. Replicas whose volume is on the node wait for it.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const node = await victim(world)
    const evicted = (await stackPods(world)).filter(
      (pod) => nodeOf(pod) === node && pod.metadata?.namespace === world.namespace,
    )
    try {
      traffic.note(`${node} is drained`)
      const begun = Date.now()
      // Only the stack: the test's own servers hold what is measured.
      await world.kubectl.ok([
        'drain',
        node,
        '--ignore-daemonsets',
        '--delete-emptydir-data',
        '--pod-selector=app.kubernetes.io/part-of=thanos-fleet',
        '--timeout=240s',
      ])
      const seconds = (Date.now() - begun) / 1000
      traffic.note('drained')
      const refused = await beyondBudget(world)
      await last(length)
      return [{ what: 'drained', value: `${evicted.length} pods in ${seconds.toFixed(0)} s` }, ...refused]
    } finally {
      await world.kubectl.ok(['uncordon', node])
      traffic.note(`${node} takes pods again`)
    }
  },
}

/** The node with most components that have a replica elsewhere and their volume here. */
async function victim(world: World): Promise<string> {
  const component = world.mode === 'receive-mode' ? 'thanos-receive-ingestor' : 'prometheus'
  const node = (await world.kube.podsOf(world.namespace, component)).map(nodeOf).at(-1)
  if (node === undefined) throw new Error(`there is no ${component}`)
  return node
}

/**
 * Evictions of pods whose component has used up its budget must be refused. They are tried as dry runs, so that a budget
 * that does not hold breaks nothing.
 */
async function beyondBudget(world: World): Promise<Figure[]> {
  const { policy, core } = world.kube
  const pods = await world.until('the drain has used up a budget', { seconds: 20 }, async () => {
    const budgets = (await policy.listNamespacedPodDisruptionBudget({ namespace: world.namespace })).items
    const used = new Set(
      budgets
        .filter(({ status }) => status?.disruptionsAllowed === 0)
        .map(({ spec }) => spec?.selector?.matchLabels?.['app.kubernetes.io/name']),
    )
    const others = (await stackPods(world)).filter((pod) => used.has(componentOf(pod)) && isReady(pod))
    return others.length > 0 ? { done: others } : { missing: `used up: ${[...used].join(', ')}` }
  })
  for (const pod of pods) {
    const [name, namespace] = [nameOf(pod), world.namespace]
    const code = await core
      .createNamespacedPodEviction({ name, namespace, dryRun: 'All', body: { metadata: { name, namespace } } })
      .then(
        () => 201,
        (error: unknown) => codeOf(error),
      )
    expect(code === 429, `the eviction of ${name} was answered with ${code} instead of being refused`)
  }
  return [
    {
      what: 'evictions beyond the budget',
      value: `${pods.length} of ${pods.length} refused, of ${new Set(pods.map(componentOf)).size} components`,
      promised: 'refused',
    },
  ]
}

function codeOf(error: unknown): number {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : 0
}
