import { modes } from '@thanos-fleet/cluster-spec'
import { type ComponentName, componentNames, factsOf } from '@thanos-fleet/connections'
import type { V1Pod } from '@kubernetes/client-node'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { isReady } from '../cluster/kube.ts'
import { fixturePort } from '../servers/fixtures.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'
import { type PodPort, portsOfPods } from './network/ports.ts'
import { reach } from './network/reach.ts'
import { networks } from './network/sockets.ts'

/**
 * A pod that nobody stated tries every port of every pod. node-exporter is left out: it is on the network of its node,
 * where no policy reaches.
 */
export const check: Check = {
  name: 'network',
  title: 'From a foreign pod no port of any component can be reached.',
  modes,
  // Not beside others: `connections` would see what it tries.
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the policy that refuses everything allows everything to come in',
    patch: 'network.yaml',
    fails: /reached from a foreign pod: .*prometheus-0:9090/,
  },
  async run(world) {
    const stack = { present: factsOf(world.spec).present, alertmanagers: world.spec.alertmanager?.replicas ?? 0 }
    const ports = portsOfPods(await podsByComponent(world), await networks(world.kube), stack)
    const silent = ports.filter(({ listening }) => !listening)
    expect(silent.length === 0, `nobody listens, so nothing can be learnt: ${silent.map(textOf).join(', ')}`)
    const control = await controls(world)
    const results = await reach(
      world,
      ports.map(({ address }) => address),
    )
    const open = ports.filter(({ address }) =>
      results.some((each) => each.address === address && each.result === 'open'),
    )
    expect(open.length === 0, `reached from a foreign pod: ${open.map(textOf).join(', ')}`)
    expect(results.length === ports.length, `${results.length} answers about ${ports.length} ports`)
    const count = (result: string) => String(results.filter((each) => each.result === result).length)
    return [
      { what: 'ports of pods tried from a foreign pod', value: String(ports.length) },
      { what: 'open', value: count('open'), promised: '0' },
      { what: 'dropped', value: count('timeout') },
      { what: 'refused', value: count('refused') },
      { what: 'reached by the same pod where it is allowed', value: control.join(', ') },
      { what: 'left out', value: 'node-exporter: on the network of its node, where no policy reaches' },
    ] satisfies Figure[]
  },
}

async function podsByComponent({ kube, namespace }: World): Promise<Map<ComponentName, V1Pod[]>> {
  const all = await Promise.all(
    componentNames.map(async (name) => [name, (await kube.podsOf(namespace, name)).filter(isReady)] as const),
  )
  return new Map(all.filter(([, pods]) => pods.length > 0))
}

/** A prober that reaches nothing at all would prove nothing: it must reach the test's own servers, on other nodes too. */
async function controls(world: World): Promise<string[]> {
  const pods = (await world.kube.pods(testNamespace)).filter(isReady)
  const own = pods.filter((pod) =>
    ['target', 'webhook'].includes(pod.metadata?.labels?.['app.kubernetes.io/name'] ?? ''),
  )
  const addresses = own.map((pod) => `${pod.status?.podIP ?? ''}:${fixturePort}`)
  const results = await reach(world, addresses)
  expect(
    results.length === 2 && results.every(({ result }) => result === 'open'),
    `the foreign pod cannot even reach the test's own servers: ${JSON.stringify(results)}`,
  )
  return own.map((pod) => `${pod.metadata?.labels?.['app.kubernetes.io/name'] ?? ''}:${fixturePort}`)
}

function textOf({ pod, port }: PodPort): string {
  return `${pod}:${port}`
}
