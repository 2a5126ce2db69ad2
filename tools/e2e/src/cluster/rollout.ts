import type { Kube } from './kube.ts'
import { nameOf } from './kube.ts'

/** Workloads of a namespace that do not yet run what was applied last with all replicas Ready, each with how far it is. */
export async function rolledOut(kube: Kube, namespace: string): Promise<string[]> {
  const [deployments, statefulSets, daemonSets] = await Promise.all([
    kube.apps.listNamespacedDeployment({ namespace }), kube.apps.listNamespacedStatefulSet({ namespace }), kube.apps.listNamespacedDaemonSet({ namespace }),
  ])
  return [
    ...deployments.items.flatMap(item => missing(item, {
      wanted: item.spec?.replicas ?? 1, ready: item.status?.availableReplicas ?? 0, updated: item.status?.updatedReplicas ?? 0,
      all: item.status?.replicas ?? 0,
    })),
    ...statefulSets.items.flatMap(item => missing(item, {
      wanted: item.spec?.replicas ?? 1, ready: item.status?.availableReplicas ?? 0,
      updated: item.status?.currentRevision === item.status?.updateRevision ? item.status?.replicas ?? 0 : item.status?.updatedReplicas ?? 0,
      all: item.status?.replicas ?? 0,
    })),
    ...daemonSets.items.flatMap(item => missing(item, {
      wanted: item.status?.desiredNumberScheduled ?? 1, ready: item.status?.numberAvailable ?? 0,
      updated: item.status?.updatedNumberScheduled ?? 0, all: item.status?.currentNumberScheduled ?? 0,
    })),
  ]
}

interface Counts { wanted: number; ready: number; updated: number; all: number }

interface Workload { metadata?: { name?: string; generation?: number }; status?: { observedGeneration?: number } }

function missing(item: Workload, { wanted, ready, updated, all }: Counts): string[] {
  const seen = (item.status?.observedGeneration ?? 0) >= (item.metadata?.generation ?? 0)
  return seen && ready >= wanted && updated >= wanted && all === wanted ? [] : [`${nameOf(item)} ${ready}/${wanted}${updated < wanted ? `, updated ${updated}` : ''}`]
}
