import { capacity, control } from './cluster-capacity.ts'
import { namespaces, podsSection, workloads } from './cluster-workloads.ts'
import { clusterVariable, manyOf } from './frame.ts'
import type { AuthoredDashboard } from './section.ts'

/** What runs in the cluster. */
export const cluster: AuthoredDashboard = {
  frame: {
    uid: 'fleet-cluster',
    title: 'Cluster',
    description:
      'CPU, memory and network of namespaces and pods, from cadvisor and kube-state-metrics; API server and kubelets.',
    variables: [
      clusterVariable(),
      manyOf('namespace', 'Namespace', 'label_values(kube_namespace_status_phase{cluster="$cluster"}, namespace)'),
    ],
  },
  sections: [capacity, namespaces, podsSection, workloads, control],
}
