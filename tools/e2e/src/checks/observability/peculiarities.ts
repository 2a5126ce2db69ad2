import type { World } from '../../world.ts'
import type { Peculiarity } from './absent.ts'

/** What gives series wherever it is not lacking. */
const signs: readonly { peculiarity: Peculiarity; sign: string }[] = [
  { peculiarity: 'kubelets name no containers', sign: 'container_last_seen{job="cadvisor", container!=""}' },
  { peculiarity: 'kubelets measure no volumes', sign: 'kubelet_volume_stats_capacity_bytes{job="kubelet"}' },
]

/** What this cluster lacks, found out by asking it. */
export async function peculiaritiesOf(world: World): Promise<Set<Peculiarity>> {
  const found = await Promise.all(
    signs.map(async ({ peculiarity, sign }) => ((await world.query(sign)).series.length === 0 ? [peculiarity] : [])),
  )
  return new Set(found.flat())
}
