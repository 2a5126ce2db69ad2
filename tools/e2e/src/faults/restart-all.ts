import { namespaceNames } from '@thanos-fleet/catalog'
import { modes } from '@thanos-fleet/cluster-spec'
import { isWorkload } from '@thanos-fleet/kubernetes'
import { nameOf, restartsOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { stackPods } from '../harness/health.ts'

/** Seconds: ingestors are replaced one at a time, each after two minutes (`minReadySeconds`), and there are five at most. */
const patience = 1200
/** Seconds: the longest that a pod has to end, except ingestors, whose successors wait for that. */
const ending = 300

export const fault: Fault = {
  name: 'restart-all',
  title: 'All workloads are restarted at once, as by a change that concerns every pod',
  modes: modes.filter((mode) => mode !== 'dev-filesystem-objstore'),
  promise: {
    continues: 'Scraping, writing and queries: each workload replaces one pod at a time, and pods end in order.',
    pauses: 'Compaction, bucket web and Grafana, which are single, for the time of a restart.',
    lostSamples: 0,
    failedQueries: 0,
  },
  async run(world, traffic) {
    const before = new Set((await stackPods(world)).map(({ metadata }) => metadata?.uid))
    const begun = Date.now()
    traffic.note('all workloads are restarted')
    for (const namespace of namespaceNames(world.namespace)) {
      const names = workloadsOf(world, namespace)
      if (names.length > 0) await world.kubectl.ok(['rollout', 'restart', '-n', namespace, ...names])
    }
    await world.ready(patience)
    const now = await world.until('all pods are new', { seconds: ending }, async () => {
      const pods = await stackPods(world)
      const left = pods.filter(({ metadata }) => before.has(metadata?.uid)).map(nameOf)
      return left.length === 0 ? { done: pods } : { missing: left.join(', ') }
    })
    const restarts = now.reduce((sum, pod) => sum + restartsOf(pod), 0)
    return [
      {
        what: 'restarted',
        value: `${before.size} pods in ${((Date.now() - begun) / 1000).toFixed(0)} s; containers that ended meanwhile: ${restarts}`,
      },
    ]
  },
}

/** As kubectl names them: `kind/name`. */
function workloadsOf({ state }: World, namespace: string): string[] {
  return state.objects
    .filter(isWorkload)
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(({ kind, metadata }) => `${kind.toLowerCase()}/${metadata.name}`)
}
