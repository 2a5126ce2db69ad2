import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { last } from '../harness/lasting.ts'
import { dnsPods } from '../harness/nodes.ts'

/** Seconds. */
const length = 60
const namespace = 'kube-system'

export const fault: Fault = {
  name: 'dns',
  title: "The cluster's DNS is away for a minute",
  modes: ['sidecar-mode', 'receive-mode'],
  // Whoever asks by name gets no address: that is not the stack's to mend.
  asks: 'by address',
  promise: {
    continues:
      'Scraping and writing. Query keeps the addresses of StoreAPIs that it has found, and Query Frontend its open connections to Query.',
    pauses:
      'Who needs a new connection by name gets none: what starts, and Query Frontend once its open connections are used up, each check of Query closing one. With one query at a time, as the test asks, that is after some seconds.',
    lostSamples: 0,
    // The minute, and the seconds until names are answered again.
    failedQueries: 70,
  },
  async run(world, traffic) {
    const servers = await scalesOf(world)
    if (servers.length === 0) throw new Error("the cluster's DNS is no Deployment that the test could scale")
    try {
      for (const { name } of servers) await scale(world, name, 0)
      await world.until("no pod of the cluster's DNS is left", { seconds: 60 }, async () => {
        const pods = await dnsPods(world)
        return pods.length === 0 ? { done: undefined } : { missing: pods.map(nameOf).join(', ') }
      })
      traffic.note("the cluster's DNS is away")
      await last(length)
    } finally {
      for (const { name, replicas } of servers) await scale(world, name, replicas)
      traffic.note("the cluster's DNS is back")
    }
    const begun = Date.now()
    await world.until("the cluster's DNS is Ready", { seconds: 90 }, async () => {
      const { items } = await world.kube.apps.listNamespacedDeployment({ namespace, labelSelector })
      const ready = items.every(({ spec, status }) => (status?.readyReplicas ?? 0) >= (spec?.replicas ?? 1))
      return ready ? { done: undefined } : { missing: 'it is not' }
    })
    return [
      {
        what: 'DNS away',
        value: `${length} s; Ready again ${((Date.now() - begun) / 1000).toFixed(0)} s after`,
      },
    ]
  },
}

const labelSelector = 'k8s-app=kube-dns'

async function scalesOf({ kube }: World): Promise<{ name: string; replicas: number }[]> {
  const { items } = await kube.apps.listNamespacedDeployment({ namespace, labelSelector })
  return items.map((item) => ({ name: nameOf(item), replicas: item.spec?.replicas ?? 1 }))
}

async function scale({ kubectl }: World, name: string, replicas: number): Promise<void> {
  await kubectl.ok(['scale', 'deployment', name, '-n', namespace, `--replicas=${replicas}`])
}
