import { type ClusterSpec, hasCertificates } from '@thanos-fleet/cluster-spec'
import { type ClusterRole, type ClusterRoleBinding, commonLabels } from '@thanos-fleet/kubernetes'
import { certificateResources } from './certificates.ts'

const component = 'kube-state-metrics'

/**
 * The kinds it counts, by API group. Secrets are not among them: their metadata is of little use here, and a role that
 * lists them reads every credential of the cluster.
 */
export const resources: Record<string, string[]> = {
  '': [
    'configmaps',
    'limitranges',
    'namespaces',
    'nodes',
    'persistentvolumeclaims',
    'persistentvolumes',
    'pods',
    'replicationcontrollers',
    'resourcequotas',
    'services',
  ],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  batch: ['cronjobs', 'jobs'],
  autoscaling: ['horizontalpodautoscalers'],
  policy: ['poddisruptionbudgets'],
  'certificates.k8s.io': ['certificatesigningrequests'],
  'storage.k8s.io': ['storageclasses', 'volumeattachments'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  'coordination.k8s.io': ['leases'],
  'admissionregistration.k8s.io': ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
}

/** Lists and watches those kinds in the whole cluster, and no more. */
export function access(spec: ClusterSpec): [ClusterRole, ClusterRoleBinding] {
  const name = `${spec.namespace}-${component}`
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name, labels: commonLabels(component) },
      rules: Object.entries(hasCertificates(spec) ? { ...resources, ...certificateResources } : resources).map(
        ([group, kinds]) => ({
          apiGroups: [group],
          resources: kinds,
          verbs: ['list', 'watch'],
        }),
      ),
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name, labels: commonLabels(component) },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name: component, namespace: spec.namespace }],
    },
  ]
}
