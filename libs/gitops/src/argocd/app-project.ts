import type { FleetSpec } from '@thanos-fleet/cluster-spec'
import type { AppProject } from '@thanos-fleet/kubernetes'
import type { FleetCluster } from '../fleet.ts'
import { distinct, type GroupKind, union } from '../scope.ts'

/**
 * The project that bounds what the fleet's Applications may do: this repository as the source, the clusters' own
 * namespaces as destinations, and the kinds that are generated.
 */
export function appProject(clusters: readonly FleetCluster[], { repository, gitops }: FleetSpec): AppProject {
  const { project, namespace } = gitops.argocd
  const { clusterKinds, namespacedKinds } = union(clusters.map(({ scope }) => scope))
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: project, namespace },
    spec: {
      description: 'Prometheus and Thanos on every cluster of the fleet',
      sourceRepos: [repository.argocdUrl],
      destinations: distinctDestinations(clusters),
      clusterResourceWhitelist: clusterKinds,
      namespaceResourceWhitelist: distinct([...namespacedKinds, ...madeByControllers]),
    },
  }
}

/** Each namespace of each cluster, by the name or server by which Argo CD knows the cluster. */
function distinctDestinations(clusters: readonly FleetCluster[]): AppProject['spec']['destinations'] {
  const all = clusters.flatMap(({ destination, scope }) =>
    scope.namespaces.map((namespace) => ({ ...destination, namespace })),
  )
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/**
 * Kinds that Kubernetes makes from what we apply. Argo CD hides from people what a project does not allow, and the pods
 * of a workload are what they look for first.
 */
const madeByControllers: GroupKind[] = [
  { group: '', kind: 'Endpoints' },
  { group: '', kind: 'PersistentVolumeClaim' },
  { group: '', kind: 'Pod' },
  { group: 'apps', kind: 'ControllerRevision' },
  { group: 'apps', kind: 'ReplicaSet' },
  { group: 'discovery.k8s.io', kind: 'EndpointSlice' },
]
