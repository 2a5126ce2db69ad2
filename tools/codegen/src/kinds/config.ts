/** The built-in kinds that are authored, by API version. */
export const kindsByVersion: Readonly<Record<string, readonly string[]>> = {
  v1: [
    'Namespace', 'ServiceAccount', 'ConfigMap', 'Secret', 'Service', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod',
  ],
  'apps/v1': ['Deployment', 'StatefulSet', 'DaemonSet'],
  'batch/v1': ['Job', 'CronJob'],
  'policy/v1': ['PodDisruptionBudget'],
  'networking.k8s.io/v1': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'rbac.authorization.k8s.io/v1': ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
  'storage.k8s.io/v1': ['StorageClass'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
}

/** The models of parts of manifests which functions take and return, by the name of the model. */
export const parts: readonly string[] = [
  'V1PodSpec', 'V1PodTemplateSpec', 'V1StatefulSetSpec', 'V1DeploymentSpec', 'V1DaemonSetSpec',
  'V1PodDisruptionBudgetSpec', 'V2HorizontalPodAutoscalerSpec', 'V1ServiceSpec',
  'V1Container', 'V1ContainerPort', 'V1EnvVar', 'V1Lifecycle', 'V1Probe', 'V1HTTPGetAction',
  'V1ResourceRequirements', 'V1SecurityContext', 'V1PodSecurityContext',
  'V1Volume', 'V1VolumeMount', 'V1ProjectedVolumeSource',
  'V1Affinity', 'V1TopologySpreadConstraint', 'V1Toleration', 'V1LabelSelector',
  'V1ServicePort',
  'V1NetworkPolicySpec', 'V1NetworkPolicyPeer', 'V1NetworkPolicyPort',
  'V1NetworkPolicyIngressRule', 'V1NetworkPolicyEgressRule',
  'V1PolicyRule', 'RbacV1Subject',
]
