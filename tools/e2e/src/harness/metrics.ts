import type { ComponentName } from '@thanos-fleet/connections'
import { request } from '../cluster/http.ts'
import type { World } from '../world.ts'

/** The sum of a metric over all pods of a component and all of its series that match. */
export async function sumOf(world: World, component: ComponentName, name: string, matching: RegExp = /^/): Promise<number> {
  const pods = await world.podNames(component)
  const texts = await Promise.all(pods.map(async pod => (await request(await world.podUrl(pod, component), '/metrics')).text))
  return texts.map(text => sumIn(text, name, matching)).reduce((sum, value) => sum + value, 0)
}

/** The sum of the samples of a metric in Prometheus' text format. @param matching what their labels, with braces, must match */
export function sumIn(text: string, name: string, matching: RegExp = /^/): number {
  return text.split('\n').reduce((sum, line) => {
    const [, labels = '', value = ''] = line.startsWith(name) ? /^(\{.*\})? (\S+)/.exec(line.slice(name.length)) ?? [] : []
    return value === '' || !matching.test(labels) ? sum : sum + Number(value)
  }, 0)
}
