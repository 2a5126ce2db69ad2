import { sumOf } from '@thanos-fleet/exposition'
import { request } from '../../cluster/http.ts'
import type { Probe } from '../../cluster/until.ts'
import type { World } from '../../world.ts'

/**
 * Whether Alertmanagers reach each other over UDP, which no socket shows: only an answer over UDP counts as a ping there.
 * Source: memberlist's probeNode, which calls NotifyPingComplete for acknowledgements alone, not for its way around by TCP.
 */
export async function gossips(world: World): Promise<Probe<number>> {
  const pods = await world.podNames('alertmanager')
  const pings = await Promise.all(
    pods.map(async (pod) => pingsIn((await request(await world.podUrl(pod, 'alertmanager'), '/metrics')).text)),
  )
  const silent = pods.filter((_, at) => (pings[at] ?? 0) === 0)
  return silent.length === 0
    ? { done: pings.reduce((sum, each) => sum + each, 0) }
    : { missing: `no answers over UDP at ${silent.join(', ')}` }
}

/** The number of answered pings in the metrics of an Alertmanager. */
export function pingsIn(metrics: string): number {
  return sumOf(metrics, 'alertmanager_cluster_pings_seconds_count')
}
