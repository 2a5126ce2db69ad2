import type { V1Node } from '@kubernetes/client-node'
import type { Kube } from '../cluster/kube.ts'
import { nameOf } from '../cluster/kube.ts'
import type { ClusterName } from './clusters.ts'

/** A node that takes ordinary pods. */
export interface UsableNode {
  name: string
  /** '' where the node says none. */
  zone: string
}

/** The nodes that take ordinary pods, in the order of their names. */
export async function usableNodes({ core }: Kube): Promise<UsableNode[]> {
  return usable((await core.listNode()).items)
}

/** Nodes without a taint that keeps pods away; that of a node in trouble passes. */
export function usable(nodes: readonly V1Node[]): UsableNode[] {
  return nodes
    .filter(
      ({ spec }) =>
        !(spec?.taints ?? []).some(
          ({ key, effect }) => effect !== 'PreferNoSchedule' && !key.startsWith('node.kubernetes.io/'),
        ),
    )
    .map((node) => ({ name: nameOf(node), zone: node.metadata?.labels?.['topology.kubernetes.io/zone'] ?? '' }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The nodes of each zone. */
export function byZone(nodes: readonly UsableNode[]): Record<string, string[]> {
  const zones = Map.groupBy(
    nodes.filter(({ zone }) => zone !== ''),
    ({ zone }) => zone,
  )
  return Object.fromEntries([...zones].map(([zone, all]) => [zone, all.map(({ name }) => name)]))
}

/**
 * Settings that name the nodes of the cluster under test: those of local volumes, with their zones where pods are bound to
 * some, and the one of the development mode. Their names are all that a shipped cluster knows of its machines.
 */
export function placementOn(nodes: readonly UsableNode[], cluster: ClusterName): Record<string, unknown> {
  const names = nodes.map(({ name }) => name)
  if (cluster === 'dev-filesystem-objstore') return { topology: { singleNode: names[0] } }
  return { storage: { local: { nodes: names, ...(cluster === 'everything' ? { zones: byZone(nodes) } : {}) } } }
}
