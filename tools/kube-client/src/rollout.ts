import { type AppsV1Api, type V1ObjectMeta, type V1PodTemplateSpec } from '@kubernetes/client-node'

/** How far a workload is with what was applied last. */
export interface Rollout extends Counts {
  kind: string
  namespace: string
  name: string
  /** Its label `app.kubernetes.io/name`. */
  component: string
  /** Whether its controller has seen what was applied last; if not, the counts are of something else. */
  observed: boolean
  containers: string[]
}

interface Counts {
  /** Pods that it shall have. */
  replicas: number
  /** Pods that have been Ready for as long as it asks. */
  ready: number
  /** Pods of what was applied last. */
  updated: number
  /** Pods that it has. */
  all: number
}

/** Deployments, StatefulSets and DaemonSets of a namespace. @param labelSelector only those with these labels */
export async function rolloutsOf(apps: AppsV1Api, namespace: string, labelSelector = ''): Promise<Rollout[]> {
  const asked = { namespace, labelSelector }
  const [deployments, statefulSets, daemonSets] = await Promise.all([
    apps.listNamespacedDeployment(asked),
    apps.listNamespacedStatefulSet(asked),
    apps.listNamespacedDaemonSet(asked),
  ])
  return [
    ...deployments.items.map((item) =>
      rollout('Deployment', item, {
        replicas: item.spec?.replicas ?? 1,
        ready: item.status?.availableReplicas ?? 0,
        updated: item.status?.updatedReplicas ?? 0,
        all: item.status?.replicas ?? 0,
      }),
    ),
    ...statefulSets.items.map((item) =>
      rollout('StatefulSet', item, {
        replicas: item.spec?.replicas ?? 1,
        ready: item.status?.availableReplicas ?? 0,
        // When a rollout is over, its revision is the current one, and no pod counts as updated any more.
        updated:
          item.status?.currentRevision === item.status?.updateRevision
            ? (item.status?.replicas ?? 0)
            : (item.status?.updatedReplicas ?? 0),
        all: item.status?.replicas ?? 0,
      }),
    ),
    ...daemonSets.items.map((item) =>
      rollout('DaemonSet', item, {
        replicas: item.status?.desiredNumberScheduled ?? 1,
        ready: item.status?.numberAvailable ?? 0,
        updated: item.status?.updatedNumberScheduled ?? 0,
        all: item.status?.currentNumberScheduled ?? 0,
      }),
    ),
  ]
}

interface Workload {
  metadata?: V1ObjectMeta
  spec?: { template: V1PodTemplateSpec }
  status?: { observedGeneration?: number }
}

function rollout(kind: string, { metadata, spec, status }: Workload, counts: Counts): Rollout {
  return {
    kind,
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    component: metadata?.labels?.['app.kubernetes.io/name'] ?? '',
    observed: (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0),
    containers: (spec?.template.spec?.containers ?? []).map(({ name }) => name),
    ...counts,
  }
}
