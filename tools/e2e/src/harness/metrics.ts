import type { ComponentName } from '@thanos-fleet/connections'
import { sumOf } from '@thanos-fleet/exposition'
import { request } from '../cluster/http.ts'
import type { World } from '../world.ts'

/** The sum of a metric over all pods of a component and all of its series that have these labels. */
export async function sumOverPods(
  world: World,
  component: ComponentName,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number> {
  const pods = await world.podNames(component)
  const texts = await Promise.all(
    pods.map(async (pod) => (await request(await world.podUrl(pod, component), '/metrics')).text),
  )
  return texts.map((text) => sumOf(text, name, labels)).reduce((sum, value) => sum + value, 0)
}
