import type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node'
import type { Check, Figure } from '../check.ts'
import { nameOf } from '../cluster/kube.ts'
import type { Probe } from '../cluster/until.ts'
import type { World } from '../world.ts'
import { stateOf } from './autoscaling/state.ts'

/** What is made to scale: the one that works all the time, because Prometheus writes all the time. */
const scaled = 'thanos-receive-router'

/** Seconds: the metrics of a new pod come after a minute, and a fall is acted upon when it was one for 300 s. */
const patience = { metrics: 180, up: 180, down: 480 }

export const check: Check = {
  name: 'autoscaling',
  title:
    'Autoscalers get their metric from the metrics API, add pods when it is above its target, and take them away again.',
  modes: ['everything'],
  beside: true,
  counterProof: {
    mode: 'everything',
    breaks: 'Query Frontend asks for no processor of which a percentage could be taken',
    patch: 'autoscaling.yaml',
    fails: /missing request for cpu/,
  },
  async run(world) {
    const states = await world.until('every autoscaler has its metric', { seconds: patience.metrics, every: 3 }, () =>
      everyMetric(world),
    )
    const { minReplicas, maxReplicas } = world.spec.receive.router.autoscaling ?? { minReplicas: 0, maxReplicas: 0 }
    const up = await scaledUp(world, maxReplicas)
    const ended = Date.now()
    const down = await replicasBecome(world, minReplicas, patience.down)
    return [
      { what: 'autoscalers with their metric', value: states.join(', ') },
      {
        what: `${scaled}, when the target was 1% of its processor`,
        value: `${minReplicas} → ${maxReplicas} pods Ready after ${Math.round(up / 1000)} s`,
      },
      {
        what: 'when the target was as before',
        value: `${maxReplicas} → ${minReplicas} after ${Math.round((down - ended) / 1000)} s`,
      },
    ] satisfies Figure[]
  },
}

/** Gives the autoscaler a target that is exceeded, until there are as many pods as there may be. @returns milliseconds */
async function scaledUp(world: World, most: number): Promise<number> {
  const [{ text }, begun] = [world.workspace, Date.now()]
  try {
    await world.change({ receive: { router: { autoscaling: { cpuPercent: 1 } } } })
    return (await replicasBecome(world, most, patience.up)) - begun
  } finally {
    await world.synchronise(world.workspace.set(text))
  }
}

async function autoscalers({ kube, namespace }: World): Promise<V2HorizontalPodAutoscaler[]> {
  return (await kube.autoscaling.listNamespacedHorizontalPodAutoscaler({ namespace })).items
}

async function everyMetric(world: World): Promise<Probe<string[]>> {
  const states = (await autoscalers(world)).map(stateOf)
  const problems = states.flatMap(({ problem }) => (problem === null ? [] : [problem]))
  return states.length > 0 && problems.length === 0
    ? { done: states.map(({ text }) => text) }
    : { missing: problems.join('; ') || 'there is no autoscaler' }
}

/** Waits until the workload has as many pods, all Ready. @returns when */
async function replicasBecome(world: World, wanted: number, seconds: number): Promise<number> {
  return world.until(`${scaled} has ${wanted} pods`, { seconds, every: 2 }, async () => {
    const { status } = await world.kube.apps.readNamespacedDeployment({ name: scaled, namespace: world.namespace })
    const { replicas = 0, readyReplicas = 0 } = status ?? {}
    const own = (await autoscalers(world)).filter((one) => nameOf(one) === scaled).map((one) => stateOf(one).text)
    return replicas === wanted && readyReplicas === wanted
      ? { done: Date.now() }
      : { missing: `${readyReplicas} of ${replicas} Ready; ${own.join(', ')}` }
  })
}
