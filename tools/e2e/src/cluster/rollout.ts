import { rolloutsOf } from '@thanos-fleet/kube-client'
import type { Kube } from './kube.ts'

/** Workloads of a namespace that do not yet run what was applied last with all replicas Ready, each with how far it is. */
export async function rolledOut(kube: Kube, namespace: string): Promise<string[]> {
  return (await rolloutsOf(kube.apps, namespace))
    .filter(
      ({ observed, replicas, ready, updated, all }) =>
        !(observed && ready >= replicas && updated >= replicas && all === replicas),
    )
    .map(
      ({ name, replicas, ready, updated }) =>
        `${name} ${ready}/${replicas}${updated < replicas ? `, updated ${updated}` : ''}`,
    )
}
