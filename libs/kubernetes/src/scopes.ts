import { idOf, type KubeObject } from './objects.ts'

/**
 * Kinds of Kubernetes that are in no namespace, by group.
 * Source: `kubectl api-resources --namespaced=false` of Kubernetes 1.36.
 */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
  // Of others, as far as their kinds do not begin with "Cluster".
  'gateway.networking.k8s.io': ['GatewayClass'],
  'policy.networking.k8s.io': ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy'],
  'security.openshift.io': ['SecurityContextConstraints'],
  'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
  'trust.cert-manager.io': ['Bundle'],
}

/** Groups of Kubernetes: all their kinds that are not listed above are in namespaces. */
const groupsOfKubernetes: readonly string[] = [
  '',
  'apps',
  'autoscaling',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'storage.k8s.io',
]

/** Groups of Kubernetes of which only kinds outside of namespaces are listed above. */
const furtherGroupsOfKubernetes: readonly string[] = [
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'node.k8s.io',
  'scheduling.k8s.io',
]

/** Whether every cluster has the kinds of a group. Those of others need a CustomResourceDefinition, which may be missing. */
export function isGroupOfKubernetes(group: string): boolean {
  return groupsOfKubernetes.includes(group) || furtherGroupsOfKubernetes.includes(group)
}

/** Kinds of others that are in namespaces, and that people put beside a stack. */
const namespaced: Readonly<Record<string, readonly string[]>> = {
  'bitnami.com': ['SealedSecret'],
  'cert-manager.io': ['Certificate', 'CertificateRequest', 'Issuer'],
  'cilium.io': ['CiliumNetworkPolicy'],
  'external-secrets.io': ['ExternalSecret', 'PushSecret', 'SecretStore'],
  'gateway.envoyproxy.io': ['BackendTrafficPolicy', 'ClientTrafficPolicy', 'SecurityPolicy'],
  'gateway.networking.k8s.io': [
    ...['BackendTLSPolicy', 'GRPCRoute', 'Gateway', 'HTTPRoute', 'ListenerSet', 'ReferenceGrant', 'TLSRoute'],
  ],
  'kyverno.io': ['Policy', 'PolicyException'],
  'monitoring.coreos.com': ['PodMonitor', 'PrometheusRule', 'ServiceMonitor'],
  'projectcontour.io': ['HTTPProxy'],
  'route.openshift.io': ['Route'],
  'secrets-store.csi.x-k8s.io': ['SecretProviderClass'],
  'traefik.io': ['IngressRoute', 'IngressRouteTCP', 'Middleware', 'ServersTransport', 'TLSOption'],
}

/** Whether objects of a kind are in a namespace; undefined where that is not known. */
export function scopeOfKind(group: string, kind: string): 'cluster' | 'namespace' | undefined {
  if (lists(clusterScoped, group, kind)) return 'cluster'
  if (groupsOfKubernetes.includes(group) || lists(namespaced, group, kind)) return 'namespace'
  return /^(Cluster|CiliumCluster)/.test(kind) ? 'cluster' : undefined
}

function lists(kinds: Readonly<Record<string, readonly string[]>>, group: string, kind: string): boolean {
  return Object.hasOwn(kinds, group) && kinds[group]?.includes(kind) === true
}

/** The groups that a kind has moved to; the API server has the objects of both under either name. */
const moved: Readonly<Record<string, string>> = {
  'extensions/DaemonSet': 'apps',
  'extensions/Deployment': 'apps',
  'extensions/ReplicaSet': 'apps',
  'extensions/Ingress': 'networking.k8s.io',
  'extensions/NetworkPolicy': 'networking.k8s.io',
  'extensions/PodSecurityPolicy': 'policy',
  'events.k8s.io/Event': '',
}

/** Equal for two texts that lead the API server to one object, also by another version or an older group. */
export function sameObjectKey(object: KubeObject): string {
  const { group, kind, namespace, name } = idOf(object)
  return [moved[`${group}/${kind}`] ?? group, kind, namespace, name].join(' ')
}
