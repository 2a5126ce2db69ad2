import type { AppProject } from '@thanos-fleet/kubernetes'
import type { FleetCluster, Repository } from '../fleet.ts'
import { distinct, type GroupKind, union } from '../scope.ts'
import { argocdNamespace, fleetName } from './names.ts'

/**
 * The project that bounds what the fleet's Applications may do: this repository as the source, the clusters' own
 * namespaces as destinations, and the kinds that are generated.
 */
export function appProject(clusters: readonly FleetCluster[], repository: Repository): AppProject {
  const { clusterKinds, namespacedKinds } = union(clusters.map(({ scope }) => scope))
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: fleetName, namespace: argocdNamespace },
    spec: {
      description: 'Prometheus and Thanos on every cluster of the fleet',
      sourceRepos: [repository.url],
      // Each cluster is registered in Argo CD by the name that its folder has.
      destinations: clusters.flatMap(({ name, scope }) => scope.namespaces.map((namespace) => ({ name, namespace }))),
      clusterResourceWhitelist: clusterKinds,
      namespaceResourceWhitelist: distinct([...namespacedKinds, ...madeByControllers]),
    },
  }
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
