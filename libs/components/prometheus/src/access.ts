import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type ClusterRole, type ClusterRoleBinding, commonLabels } from '@thanos-fleet/kubernetes'

const component = 'prometheus'

/** What Prometheus may read: what its discovery asks for, and metrics. Nothing else, and it may change nothing. */
export function access(spec: ClusterSpec): [ClusterRole, ClusterRoleBinding] {
  // Cluster-scoped names carry the namespace, so that two stacks on one cluster do not share a role.
  const name = `${spec.namespace}-${component}`
  const proxied = spec.prometheus.kubeletAccess === 'api-server-proxy'
  const read = ['get', 'list', 'watch']
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name, labels: commonLabels(component) },
      rules: [
        { apiGroups: [''], resources: ['nodes', 'services', 'pods'], verbs: read },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
        { apiGroups: [''], resources: [proxied ? 'nodes/proxy' : 'nodes/metrics'], verbs: ['get'] },
        { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      ],
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
