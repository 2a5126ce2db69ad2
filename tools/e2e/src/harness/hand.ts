import { isReady, nameOf } from '../cluster/kube.ts'
import { fixturePort } from '../servers/fixtures.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'
import { nodeOf } from './pods.ts'

/** The address of the test's privileged pod on a node. @throws Error when the test has none there */
export async function handOn(world: World, node: string): Promise<string> {
  const pod = (await world.kube.pods(testNamespace, { 'app.kubernetes.io/name': 'disk' })).find(
    (one) => isReady(one) && nodeOf(one) === node,
  )
  if (pod === undefined) throw new Error(`no pod of the test is on ${node}`)
  return world.kube.podUrl(testNamespace, nameOf(pod), fixturePort)
}
