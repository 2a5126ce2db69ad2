import type { World } from '../../world.ts'
import type { Peculiarity } from './absent.ts'

/** What this cluster lacks, found out by asking it. */
export async function peculiaritiesOf(world: World): Promise<Set<Peculiarity>> {
  const named = await world.query('container_last_seen{job="cadvisor", container!=""}')
  return new Set(named.series.length === 0 ? ['kubelets name no containers'] : [])
}
