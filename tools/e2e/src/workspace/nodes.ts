import type { V1Node } from '@kubernetes/client-node'
import type { Mode } from '@thanos-fleet/cluster-spec'
import type { Kube } from '../cluster/kube.ts'

/** Names of the nodes that take ordinary pods, in order. */
export async function usableNodes({ core }: Kube): Promise<string[]> {
  return usable((await core.listNode()).items)
}

/** Nodes without a taint that keeps pods away; that of a node in trouble passes. */
export function usable(nodes: readonly V1Node[]): string[] {
  return nodes
    .filter(
      ({ spec }) =>
        !(spec?.taints ?? []).some(
          ({ key, effect }) => effect !== 'PreferNoSchedule' && !key.startsWith('node.kubernetes.io/'),
        ),
    )
    .map(({ metadata }) => metadata?.name ?? '')
    .toSorted()
}

/**
 * Settings with the nodes of the cluster under test: those of local volumes, and the one of the development mode. Their
 * names are all that a shipped cluster knows of its machines.
 */
export function placedOn(
  nodes: readonly string[],
  mode: Mode,
  settings: Record<string, unknown>,
): Record<string, unknown> {
  return mode === 'dev-filesystem-objstore'
    ? { ...settings, topology: { singleNode: nodes[0] } }
    : { ...settings, storage: { local: { nodes: [...nodes] } } }
}
