// Generated from the OpenAPI document v1_21_2 in sigs.k8s.io/kustomize/kyaml v0.21.1.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { TypeSchema } from '../schema-types.ts'

/** apiVersion and kind, with a space between, to the type's name. */
export const kinds: Readonly<Record<string, string>> = {
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': 'io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1 MutatingWebhookConfigurationList': 'io.k8s.api.admissionregistration.v1.MutatingWebhookConfigurationList',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': 'io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfigurationList': 'io.k8s.api.admissionregistration.v1.ValidatingWebhookConfigurationList',
  'admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration': 'io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1beta1 MutatingWebhookConfigurationList': 'io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfigurationList',
  'admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration': 'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfigurationList': 'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfigurationList',
  'apiextensions.k8s.io/v1 CustomResourceDefinition': 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  'apiextensions.k8s.io/v1 CustomResourceDefinitionList': 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList',
  'apiextensions.k8s.io/v1beta1 CustomResourceDefinition': 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinition',
  'apiextensions.k8s.io/v1beta1 CustomResourceDefinitionList': 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionList',
  'apiregistration.k8s.io/v1 APIService': 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService',
  'apiregistration.k8s.io/v1 APIServiceList': 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceList',
  'apiregistration.k8s.io/v1beta1 APIService': 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIService',
  'apiregistration.k8s.io/v1beta1 APIServiceList': 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceList',
  'apps/v1 ControllerRevision': 'io.k8s.api.apps.v1.ControllerRevision',
  'apps/v1 ControllerRevisionList': 'io.k8s.api.apps.v1.ControllerRevisionList',
  'apps/v1 DaemonSet': 'io.k8s.api.apps.v1.DaemonSet',
  'apps/v1 DaemonSetList': 'io.k8s.api.apps.v1.DaemonSetList',
  'apps/v1 Deployment': 'io.k8s.api.apps.v1.Deployment',
  'apps/v1 DeploymentList': 'io.k8s.api.apps.v1.DeploymentList',
  'apps/v1 ReplicaSet': 'io.k8s.api.apps.v1.ReplicaSet',
  'apps/v1 ReplicaSetList': 'io.k8s.api.apps.v1.ReplicaSetList',
  'apps/v1 StatefulSet': 'io.k8s.api.apps.v1.StatefulSet',
  'apps/v1 StatefulSetList': 'io.k8s.api.apps.v1.StatefulSetList',
  'authentication.k8s.io/v1 TokenRequest': 'io.k8s.api.authentication.v1.TokenRequest',
  'authentication.k8s.io/v1 TokenReview': 'io.k8s.api.authentication.v1.TokenReview',
  'authentication.k8s.io/v1beta1 TokenReview': 'io.k8s.api.authentication.v1beta1.TokenReview',
  'authorization.k8s.io/v1 LocalSubjectAccessReview': 'io.k8s.api.authorization.v1.LocalSubjectAccessReview',
  'authorization.k8s.io/v1 SelfSubjectAccessReview': 'io.k8s.api.authorization.v1.SelfSubjectAccessReview',
  'authorization.k8s.io/v1 SelfSubjectRulesReview': 'io.k8s.api.authorization.v1.SelfSubjectRulesReview',
  'authorization.k8s.io/v1 SubjectAccessReview': 'io.k8s.api.authorization.v1.SubjectAccessReview',
  'authorization.k8s.io/v1beta1 LocalSubjectAccessReview': 'io.k8s.api.authorization.v1beta1.LocalSubjectAccessReview',
  'authorization.k8s.io/v1beta1 SelfSubjectAccessReview': 'io.k8s.api.authorization.v1beta1.SelfSubjectAccessReview',
  'authorization.k8s.io/v1beta1 SelfSubjectRulesReview': 'io.k8s.api.authorization.v1beta1.SelfSubjectRulesReview',
  'authorization.k8s.io/v1beta1 SubjectAccessReview': 'io.k8s.api.authorization.v1beta1.SubjectAccessReview',
  'autoscaling/v1 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler',
  'autoscaling/v1 HorizontalPodAutoscalerList': 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerList',
  'autoscaling/v1 Scale': 'io.k8s.api.autoscaling.v1.Scale',
  'autoscaling/v2beta1 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscaler',
  'autoscaling/v2beta1 HorizontalPodAutoscalerList': 'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerList',
  'autoscaling/v2beta2 HorizontalPodAutoscaler': 'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler',
  'autoscaling/v2beta2 HorizontalPodAutoscalerList': 'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerList',
  'batch/v1 CronJob': 'io.k8s.api.batch.v1.CronJob',
  'batch/v1 CronJobList': 'io.k8s.api.batch.v1.CronJobList',
  'batch/v1 Job': 'io.k8s.api.batch.v1.Job',
  'batch/v1 JobList': 'io.k8s.api.batch.v1.JobList',
  'batch/v1beta1 CronJob': 'io.k8s.api.batch.v1beta1.CronJob',
  'batch/v1beta1 CronJobList': 'io.k8s.api.batch.v1beta1.CronJobList',
  'certificates.k8s.io/v1 CertificateSigningRequest': 'io.k8s.api.certificates.v1.CertificateSigningRequest',
  'certificates.k8s.io/v1 CertificateSigningRequestList': 'io.k8s.api.certificates.v1.CertificateSigningRequestList',
  'certificates.k8s.io/v1beta1 CertificateSigningRequest': 'io.k8s.api.certificates.v1beta1.CertificateSigningRequest',
  'certificates.k8s.io/v1beta1 CertificateSigningRequestList': 'io.k8s.api.certificates.v1beta1.CertificateSigningRequestList',
  'coordination.k8s.io/v1 Lease': 'io.k8s.api.coordination.v1.Lease',
  'coordination.k8s.io/v1 LeaseList': 'io.k8s.api.coordination.v1.LeaseList',
  'coordination.k8s.io/v1beta1 Lease': 'io.k8s.api.coordination.v1beta1.Lease',
  'coordination.k8s.io/v1beta1 LeaseList': 'io.k8s.api.coordination.v1beta1.LeaseList',
  'discovery.k8s.io/v1 EndpointSlice': 'io.k8s.api.discovery.v1.EndpointSlice',
  'discovery.k8s.io/v1 EndpointSliceList': 'io.k8s.api.discovery.v1.EndpointSliceList',
  'discovery.k8s.io/v1beta1 EndpointSlice': 'io.k8s.api.discovery.v1beta1.EndpointSlice',
  'discovery.k8s.io/v1beta1 EndpointSliceList': 'io.k8s.api.discovery.v1beta1.EndpointSliceList',
  'events.k8s.io/v1 Event': 'io.k8s.api.events.v1.Event',
  'events.k8s.io/v1 EventList': 'io.k8s.api.events.v1.EventList',
  'events.k8s.io/v1beta1 Event': 'io.k8s.api.events.v1beta1.Event',
  'events.k8s.io/v1beta1 EventList': 'io.k8s.api.events.v1beta1.EventList',
  'extensions/v1beta1 Ingress': 'io.k8s.api.extensions.v1beta1.Ingress',
  'extensions/v1beta1 IngressList': 'io.k8s.api.extensions.v1beta1.IngressList',
  'flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema': 'io.k8s.api.flowcontrol.v1beta1.FlowSchema',
  'flowcontrol.apiserver.k8s.io/v1beta1 FlowSchemaList': 'io.k8s.api.flowcontrol.v1beta1.FlowSchemaList',
  'flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfiguration': 'io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfiguration',
  'flowcontrol.apiserver.k8s.io/v1beta1 PriorityLevelConfigurationList': 'io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationList',
  'networking.k8s.io/v1 Ingress': 'io.k8s.api.networking.v1.Ingress',
  'networking.k8s.io/v1 IngressClass': 'io.k8s.api.networking.v1.IngressClass',
  'networking.k8s.io/v1 IngressClassList': 'io.k8s.api.networking.v1.IngressClassList',
  'networking.k8s.io/v1 IngressList': 'io.k8s.api.networking.v1.IngressList',
  'networking.k8s.io/v1 NetworkPolicy': 'io.k8s.api.networking.v1.NetworkPolicy',
  'networking.k8s.io/v1 NetworkPolicyList': 'io.k8s.api.networking.v1.NetworkPolicyList',
  'networking.k8s.io/v1beta1 Ingress': 'io.k8s.api.networking.v1beta1.Ingress',
  'networking.k8s.io/v1beta1 IngressClass': 'io.k8s.api.networking.v1beta1.IngressClass',
  'networking.k8s.io/v1beta1 IngressClassList': 'io.k8s.api.networking.v1beta1.IngressClassList',
  'networking.k8s.io/v1beta1 IngressList': 'io.k8s.api.networking.v1beta1.IngressList',
  'node.k8s.io/v1 RuntimeClass': 'io.k8s.api.node.v1.RuntimeClass',
  'node.k8s.io/v1 RuntimeClassList': 'io.k8s.api.node.v1.RuntimeClassList',
  'node.k8s.io/v1beta1 RuntimeClass': 'io.k8s.api.node.v1beta1.RuntimeClass',
  'node.k8s.io/v1beta1 RuntimeClassList': 'io.k8s.api.node.v1beta1.RuntimeClassList',
  'policy/v1 PodDisruptionBudget': 'io.k8s.api.policy.v1.PodDisruptionBudget',
  'policy/v1 PodDisruptionBudgetList': 'io.k8s.api.policy.v1.PodDisruptionBudgetList',
  'policy/v1beta1 Eviction': 'io.k8s.api.policy.v1beta1.Eviction',
  'policy/v1beta1 PodDisruptionBudget': 'io.k8s.api.policy.v1beta1.PodDisruptionBudget',
  'policy/v1beta1 PodDisruptionBudgetList': 'io.k8s.api.policy.v1beta1.PodDisruptionBudgetList',
  'policy/v1beta1 PodSecurityPolicy': 'io.k8s.api.policy.v1beta1.PodSecurityPolicy',
  'policy/v1beta1 PodSecurityPolicyList': 'io.k8s.api.policy.v1beta1.PodSecurityPolicyList',
  'rbac.authorization.k8s.io/v1 ClusterRole': 'io.k8s.api.rbac.v1.ClusterRole',
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': 'io.k8s.api.rbac.v1.ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1 ClusterRoleBindingList': 'io.k8s.api.rbac.v1.ClusterRoleBindingList',
  'rbac.authorization.k8s.io/v1 ClusterRoleList': 'io.k8s.api.rbac.v1.ClusterRoleList',
  'rbac.authorization.k8s.io/v1 Role': 'io.k8s.api.rbac.v1.Role',
  'rbac.authorization.k8s.io/v1 RoleBinding': 'io.k8s.api.rbac.v1.RoleBinding',
  'rbac.authorization.k8s.io/v1 RoleBindingList': 'io.k8s.api.rbac.v1.RoleBindingList',
  'rbac.authorization.k8s.io/v1 RoleList': 'io.k8s.api.rbac.v1.RoleList',
  'rbac.authorization.k8s.io/v1beta1 ClusterRole': 'io.k8s.api.rbac.v1beta1.ClusterRole',
  'rbac.authorization.k8s.io/v1beta1 ClusterRoleBinding': 'io.k8s.api.rbac.v1beta1.ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1beta1 ClusterRoleBindingList': 'io.k8s.api.rbac.v1beta1.ClusterRoleBindingList',
  'rbac.authorization.k8s.io/v1beta1 ClusterRoleList': 'io.k8s.api.rbac.v1beta1.ClusterRoleList',
  'rbac.authorization.k8s.io/v1beta1 Role': 'io.k8s.api.rbac.v1beta1.Role',
  'rbac.authorization.k8s.io/v1beta1 RoleBinding': 'io.k8s.api.rbac.v1beta1.RoleBinding',
  'rbac.authorization.k8s.io/v1beta1 RoleBindingList': 'io.k8s.api.rbac.v1beta1.RoleBindingList',
  'rbac.authorization.k8s.io/v1beta1 RoleList': 'io.k8s.api.rbac.v1beta1.RoleList',
  'scheduling.k8s.io/v1 PriorityClass': 'io.k8s.api.scheduling.v1.PriorityClass',
  'scheduling.k8s.io/v1 PriorityClassList': 'io.k8s.api.scheduling.v1.PriorityClassList',
  'scheduling.k8s.io/v1beta1 PriorityClass': 'io.k8s.api.scheduling.v1beta1.PriorityClass',
  'scheduling.k8s.io/v1beta1 PriorityClassList': 'io.k8s.api.scheduling.v1beta1.PriorityClassList',
  'storage.k8s.io/v1 CSIDriver': 'io.k8s.api.storage.v1.CSIDriver',
  'storage.k8s.io/v1 CSIDriverList': 'io.k8s.api.storage.v1.CSIDriverList',
  'storage.k8s.io/v1 CSINode': 'io.k8s.api.storage.v1.CSINode',
  'storage.k8s.io/v1 CSINodeList': 'io.k8s.api.storage.v1.CSINodeList',
  'storage.k8s.io/v1 StorageClass': 'io.k8s.api.storage.v1.StorageClass',
  'storage.k8s.io/v1 StorageClassList': 'io.k8s.api.storage.v1.StorageClassList',
  'storage.k8s.io/v1 VolumeAttachment': 'io.k8s.api.storage.v1.VolumeAttachment',
  'storage.k8s.io/v1 VolumeAttachmentList': 'io.k8s.api.storage.v1.VolumeAttachmentList',
  'storage.k8s.io/v1beta1 CSIDriver': 'io.k8s.api.storage.v1beta1.CSIDriver',
  'storage.k8s.io/v1beta1 CSIDriverList': 'io.k8s.api.storage.v1beta1.CSIDriverList',
  'storage.k8s.io/v1beta1 CSINode': 'io.k8s.api.storage.v1beta1.CSINode',
  'storage.k8s.io/v1beta1 CSINodeList': 'io.k8s.api.storage.v1beta1.CSINodeList',
  'storage.k8s.io/v1beta1 CSIStorageCapacity': 'io.k8s.api.storage.v1beta1.CSIStorageCapacity',
  'storage.k8s.io/v1beta1 CSIStorageCapacityList': 'io.k8s.api.storage.v1beta1.CSIStorageCapacityList',
  'storage.k8s.io/v1beta1 StorageClass': 'io.k8s.api.storage.v1beta1.StorageClass',
  'storage.k8s.io/v1beta1 StorageClassList': 'io.k8s.api.storage.v1beta1.StorageClassList',
  'storage.k8s.io/v1beta1 VolumeAttachment': 'io.k8s.api.storage.v1beta1.VolumeAttachment',
  'storage.k8s.io/v1beta1 VolumeAttachmentList': 'io.k8s.api.storage.v1beta1.VolumeAttachmentList',
  'v1 Binding': 'io.k8s.api.core.v1.Binding',
  'v1 ComponentStatus': 'io.k8s.api.core.v1.ComponentStatus',
  'v1 ComponentStatusList': 'io.k8s.api.core.v1.ComponentStatusList',
  'v1 ConfigMap': 'io.k8s.api.core.v1.ConfigMap',
  'v1 ConfigMapList': 'io.k8s.api.core.v1.ConfigMapList',
  'v1 Endpoints': 'io.k8s.api.core.v1.Endpoints',
  'v1 EndpointsList': 'io.k8s.api.core.v1.EndpointsList',
  'v1 Event': 'io.k8s.api.core.v1.Event',
  'v1 EventList': 'io.k8s.api.core.v1.EventList',
  'v1 LimitRange': 'io.k8s.api.core.v1.LimitRange',
  'v1 LimitRangeList': 'io.k8s.api.core.v1.LimitRangeList',
  'v1 Namespace': 'io.k8s.api.core.v1.Namespace',
  'v1 NamespaceList': 'io.k8s.api.core.v1.NamespaceList',
  'v1 Node': 'io.k8s.api.core.v1.Node',
  'v1 NodeList': 'io.k8s.api.core.v1.NodeList',
  'v1 PersistentVolume': 'io.k8s.api.core.v1.PersistentVolume',
  'v1 PersistentVolumeClaim': 'io.k8s.api.core.v1.PersistentVolumeClaim',
  'v1 PersistentVolumeClaimList': 'io.k8s.api.core.v1.PersistentVolumeClaimList',
  'v1 PersistentVolumeList': 'io.k8s.api.core.v1.PersistentVolumeList',
  'v1 Pod': 'io.k8s.api.core.v1.Pod',
  'v1 PodList': 'io.k8s.api.core.v1.PodList',
  'v1 PodTemplate': 'io.k8s.api.core.v1.PodTemplate',
  'v1 PodTemplateList': 'io.k8s.api.core.v1.PodTemplateList',
  'v1 ReplicationController': 'io.k8s.api.core.v1.ReplicationController',
  'v1 ReplicationControllerList': 'io.k8s.api.core.v1.ReplicationControllerList',
  'v1 ResourceQuota': 'io.k8s.api.core.v1.ResourceQuota',
  'v1 ResourceQuotaList': 'io.k8s.api.core.v1.ResourceQuotaList',
  'v1 Secret': 'io.k8s.api.core.v1.Secret',
  'v1 SecretList': 'io.k8s.api.core.v1.SecretList',
  'v1 Service': 'io.k8s.api.core.v1.Service',
  'v1 ServiceAccount': 'io.k8s.api.core.v1.ServiceAccount',
  'v1 ServiceAccountList': 'io.k8s.api.core.v1.ServiceAccountList',
  'v1 ServiceList': 'io.k8s.api.core.v1.ServiceList',
}

/** Types with a list that is merged somewhere below them. */
export const types: Readonly<Record<string, TypeSchema>> = {
  'io.k8s.api.admissionregistration.v1.MutatingWebhook': {
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    objectSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    webhooks: { merge: ['name'], of: 'io.k8s.api.admissionregistration.v1.MutatingWebhook' },
  },
  'io.k8s.api.admissionregistration.v1.MutatingWebhookConfigurationList': {
    items: { of: 'io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration' },
  },
  'io.k8s.api.admissionregistration.v1.ValidatingWebhook': {
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    objectSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    webhooks: { merge: ['name'], of: 'io.k8s.api.admissionregistration.v1.ValidatingWebhook' },
  },
  'io.k8s.api.admissionregistration.v1.ValidatingWebhookConfigurationList': {
    items: { of: 'io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration' },
  },
  'io.k8s.api.admissionregistration.v1beta1.MutatingWebhook': {
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    objectSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfiguration': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    webhooks: { merge: ['name'], of: 'io.k8s.api.admissionregistration.v1beta1.MutatingWebhook' },
  },
  'io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfigurationList': {
    items: { of: 'io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfiguration' },
  },
  'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhook': {
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    objectSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfiguration': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    webhooks: { merge: ['name'], of: 'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhook' },
  },
  'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfigurationList': {
    items: { of: 'io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfiguration' },
  },
  'io.k8s.api.apps.v1.ControllerRevision': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.apps.v1.ControllerRevisionList': {
    items: { of: 'io.k8s.api.apps.v1.ControllerRevision' },
  },
  'io.k8s.api.apps.v1.DaemonSet': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.apps.v1.DaemonSetSpec' },
    status: { of: 'io.k8s.api.apps.v1.DaemonSetStatus' },
  },
  'io.k8s.api.apps.v1.DaemonSetList': {
    items: { of: 'io.k8s.api.apps.v1.DaemonSet' },
  },
  'io.k8s.api.apps.v1.DaemonSetSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.apps.v1.DaemonSetStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.apps.v1.Deployment': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.apps.v1.DeploymentSpec' },
    status: { of: 'io.k8s.api.apps.v1.DeploymentStatus' },
  },
  'io.k8s.api.apps.v1.DeploymentList': {
    items: { of: 'io.k8s.api.apps.v1.Deployment' },
  },
  'io.k8s.api.apps.v1.DeploymentSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.apps.v1.DeploymentStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.apps.v1.ReplicaSet': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.apps.v1.ReplicaSetSpec' },
    status: { of: 'io.k8s.api.apps.v1.ReplicaSetStatus' },
  },
  'io.k8s.api.apps.v1.ReplicaSetList': {
    items: { of: 'io.k8s.api.apps.v1.ReplicaSet' },
  },
  'io.k8s.api.apps.v1.ReplicaSetSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.apps.v1.ReplicaSetStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.apps.v1.StatefulSet': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.apps.v1.StatefulSetSpec' },
    status: { of: 'io.k8s.api.apps.v1.StatefulSetStatus' },
  },
  'io.k8s.api.apps.v1.StatefulSetList': {
    items: { of: 'io.k8s.api.apps.v1.StatefulSet' },
  },
  'io.k8s.api.apps.v1.StatefulSetSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
    volumeClaimTemplates: { of: 'io.k8s.api.core.v1.PersistentVolumeClaim' },
  },
  'io.k8s.api.apps.v1.StatefulSetStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.authentication.v1.TokenRequest': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authentication.v1.TokenReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authentication.v1beta1.TokenReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1.LocalSubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1.SelfSubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1.SelfSubjectRulesReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1.SubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1beta1.LocalSubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1beta1.SelfSubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1beta1.SelfSubjectRulesReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.authorization.v1beta1.SubjectAccessReview': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerList': {
    items: { of: 'io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler' },
  },
  'io.k8s.api.autoscaling.v1.Scale': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.autoscaling.v2beta1.ExternalMetricSource': {
    metricSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta1.ExternalMetricStatus': {
    metricSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscaler': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerSpec' },
    status: { of: 'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerStatus' },
  },
  'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerList': {
    items: { of: 'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscaler' },
  },
  'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerSpec': {
    metrics: { of: 'io.k8s.api.autoscaling.v2beta1.MetricSpec' },
  },
  'io.k8s.api.autoscaling.v2beta1.HorizontalPodAutoscalerStatus': {
    currentMetrics: { of: 'io.k8s.api.autoscaling.v2beta1.MetricStatus' },
  },
  'io.k8s.api.autoscaling.v2beta1.MetricSpec': {
    external: { of: 'io.k8s.api.autoscaling.v2beta1.ExternalMetricSource' },
    object: { of: 'io.k8s.api.autoscaling.v2beta1.ObjectMetricSource' },
    pods: { of: 'io.k8s.api.autoscaling.v2beta1.PodsMetricSource' },
  },
  'io.k8s.api.autoscaling.v2beta1.MetricStatus': {
    external: { of: 'io.k8s.api.autoscaling.v2beta1.ExternalMetricStatus' },
    object: { of: 'io.k8s.api.autoscaling.v2beta1.ObjectMetricStatus' },
    pods: { of: 'io.k8s.api.autoscaling.v2beta1.PodsMetricStatus' },
  },
  'io.k8s.api.autoscaling.v2beta1.ObjectMetricSource': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta1.ObjectMetricStatus': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta1.PodsMetricSource': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta1.PodsMetricStatus': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta2.ExternalMetricSource': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.autoscaling.v2beta2.ExternalMetricStatus': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerSpec' },
    status: { of: 'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerStatus' },
  },
  'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerList': {
    items: { of: 'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler' },
  },
  'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerSpec': {
    metrics: { of: 'io.k8s.api.autoscaling.v2beta2.MetricSpec' },
  },
  'io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscalerStatus': {
    currentMetrics: { of: 'io.k8s.api.autoscaling.v2beta2.MetricStatus' },
  },
  'io.k8s.api.autoscaling.v2beta2.MetricIdentifier': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.autoscaling.v2beta2.MetricSpec': {
    external: { of: 'io.k8s.api.autoscaling.v2beta2.ExternalMetricSource' },
    object: { of: 'io.k8s.api.autoscaling.v2beta2.ObjectMetricSource' },
    pods: { of: 'io.k8s.api.autoscaling.v2beta2.PodsMetricSource' },
  },
  'io.k8s.api.autoscaling.v2beta2.MetricStatus': {
    external: { of: 'io.k8s.api.autoscaling.v2beta2.ExternalMetricStatus' },
    object: { of: 'io.k8s.api.autoscaling.v2beta2.ObjectMetricStatus' },
    pods: { of: 'io.k8s.api.autoscaling.v2beta2.PodsMetricStatus' },
  },
  'io.k8s.api.autoscaling.v2beta2.ObjectMetricSource': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.autoscaling.v2beta2.ObjectMetricStatus': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.autoscaling.v2beta2.PodsMetricSource': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.autoscaling.v2beta2.PodsMetricStatus': {
    metric: { of: 'io.k8s.api.autoscaling.v2beta2.MetricIdentifier' },
  },
  'io.k8s.api.batch.v1.CronJob': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.batch.v1.CronJobSpec' },
  },
  'io.k8s.api.batch.v1.CronJobList': {
    items: { of: 'io.k8s.api.batch.v1.CronJob' },
  },
  'io.k8s.api.batch.v1.CronJobSpec': {
    jobTemplate: { of: 'io.k8s.api.batch.v1.JobTemplateSpec' },
  },
  'io.k8s.api.batch.v1.Job': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.batch.v1.JobSpec' },
    status: { of: 'io.k8s.api.batch.v1.JobStatus' },
  },
  'io.k8s.api.batch.v1.JobList': {
    items: { of: 'io.k8s.api.batch.v1.Job' },
  },
  'io.k8s.api.batch.v1.JobSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.batch.v1.JobStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.batch.v1.JobTemplateSpec': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.batch.v1.JobSpec' },
  },
  'io.k8s.api.batch.v1beta1.CronJob': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.batch.v1beta1.CronJobSpec' },
  },
  'io.k8s.api.batch.v1beta1.CronJobList': {
    items: { of: 'io.k8s.api.batch.v1beta1.CronJob' },
  },
  'io.k8s.api.batch.v1beta1.CronJobSpec': {
    jobTemplate: { of: 'io.k8s.api.batch.v1beta1.JobTemplateSpec' },
  },
  'io.k8s.api.batch.v1beta1.JobTemplateSpec': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.batch.v1.JobSpec' },
  },
  'io.k8s.api.certificates.v1.CertificateSigningRequest': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.certificates.v1.CertificateSigningRequestList': {
    items: { of: 'io.k8s.api.certificates.v1.CertificateSigningRequest' },
  },
  'io.k8s.api.certificates.v1beta1.CertificateSigningRequest': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.certificates.v1beta1.CertificateSigningRequestList': {
    items: { of: 'io.k8s.api.certificates.v1beta1.CertificateSigningRequest' },
  },
  'io.k8s.api.coordination.v1.Lease': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.coordination.v1.LeaseList': {
    items: { of: 'io.k8s.api.coordination.v1.Lease' },
  },
  'io.k8s.api.coordination.v1beta1.Lease': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.coordination.v1beta1.LeaseList': {
    items: { of: 'io.k8s.api.coordination.v1beta1.Lease' },
  },
  'io.k8s.api.core.v1.Affinity': {
    podAffinity: { of: 'io.k8s.api.core.v1.PodAffinity' },
    podAntiAffinity: { of: 'io.k8s.api.core.v1.PodAntiAffinity' },
  },
  'io.k8s.api.core.v1.Binding': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.ComponentStatus': {
    conditions: { merge: ['type'] },
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.ComponentStatusList': {
    items: { of: 'io.k8s.api.core.v1.ComponentStatus' },
  },
  'io.k8s.api.core.v1.ConfigMap': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.ConfigMapList': {
    items: { of: 'io.k8s.api.core.v1.ConfigMap' },
  },
  'io.k8s.api.core.v1.Container': {
    env: { merge: ['name'] },
    ports: { merge: ['containerPort', 'protocol'] },
    volumeDevices: { merge: ['devicePath'] },
    volumeMounts: { merge: ['mountPath'] },
  },
  'io.k8s.api.core.v1.Endpoints': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.EndpointsList': {
    items: { of: 'io.k8s.api.core.v1.Endpoints' },
  },
  'io.k8s.api.core.v1.EphemeralContainer': {
    env: { merge: ['name'] },
    volumeDevices: { merge: ['devicePath'] },
    volumeMounts: { merge: ['mountPath'] },
  },
  'io.k8s.api.core.v1.EphemeralVolumeSource': {
    volumeClaimTemplate: { of: 'io.k8s.api.core.v1.PersistentVolumeClaimTemplate' },
  },
  'io.k8s.api.core.v1.Event': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.EventList': {
    items: { of: 'io.k8s.api.core.v1.Event' },
  },
  'io.k8s.api.core.v1.LimitRange': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.LimitRangeList': {
    items: { of: 'io.k8s.api.core.v1.LimitRange' },
  },
  'io.k8s.api.core.v1.Namespace': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    status: { of: 'io.k8s.api.core.v1.NamespaceStatus' },
  },
  'io.k8s.api.core.v1.NamespaceList': {
    items: { of: 'io.k8s.api.core.v1.Namespace' },
  },
  'io.k8s.api.core.v1.NamespaceStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.core.v1.Node': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.NodeSpec' },
    status: { of: 'io.k8s.api.core.v1.NodeStatus' },
  },
  'io.k8s.api.core.v1.NodeList': {
    items: { of: 'io.k8s.api.core.v1.Node' },
  },
  'io.k8s.api.core.v1.NodeSpec': {
    podCIDRs: { merge: [] },
  },
  'io.k8s.api.core.v1.NodeStatus': {
    addresses: { merge: ['type'] },
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.core.v1.PersistentVolume': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaim': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.PersistentVolumeClaimSpec' },
    status: { of: 'io.k8s.api.core.v1.PersistentVolumeClaimStatus' },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimList': {
    items: { of: 'io.k8s.api.core.v1.PersistentVolumeClaim' },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.core.v1.PersistentVolumeClaimTemplate': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.PersistentVolumeClaimSpec' },
  },
  'io.k8s.api.core.v1.PersistentVolumeList': {
    items: { of: 'io.k8s.api.core.v1.PersistentVolume' },
  },
  'io.k8s.api.core.v1.Pod': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.PodSpec' },
    status: { of: 'io.k8s.api.core.v1.PodStatus' },
  },
  'io.k8s.api.core.v1.PodAffinity': {
    preferredDuringSchedulingIgnoredDuringExecution: { of: 'io.k8s.api.core.v1.WeightedPodAffinityTerm' },
    requiredDuringSchedulingIgnoredDuringExecution: { of: 'io.k8s.api.core.v1.PodAffinityTerm' },
  },
  'io.k8s.api.core.v1.PodAffinityTerm': {
    labelSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.core.v1.PodAntiAffinity': {
    preferredDuringSchedulingIgnoredDuringExecution: { of: 'io.k8s.api.core.v1.WeightedPodAffinityTerm' },
    requiredDuringSchedulingIgnoredDuringExecution: { of: 'io.k8s.api.core.v1.PodAffinityTerm' },
  },
  'io.k8s.api.core.v1.PodList': {
    items: { of: 'io.k8s.api.core.v1.Pod' },
  },
  'io.k8s.api.core.v1.PodSpec': {
    affinity: { of: 'io.k8s.api.core.v1.Affinity' },
    containers: { merge: ['name'], of: 'io.k8s.api.core.v1.Container' },
    ephemeralContainers: { merge: ['name'], of: 'io.k8s.api.core.v1.EphemeralContainer' },
    hostAliases: { merge: ['ip'] },
    imagePullSecrets: { merge: ['name'] },
    initContainers: { merge: ['name'], of: 'io.k8s.api.core.v1.Container' },
    topologySpreadConstraints: { merge: ['topologyKey', 'whenUnsatisfiable'], of: 'io.k8s.api.core.v1.TopologySpreadConstraint' },
    volumes: { merge: ['name'], of: 'io.k8s.api.core.v1.Volume' },
  },
  'io.k8s.api.core.v1.PodStatus': {
    conditions: { merge: ['type'] },
    podIPs: { merge: ['ip'] },
  },
  'io.k8s.api.core.v1.PodTemplate': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.core.v1.PodTemplateList': {
    items: { of: 'io.k8s.api.core.v1.PodTemplate' },
  },
  'io.k8s.api.core.v1.PodTemplateSpec': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.PodSpec' },
  },
  'io.k8s.api.core.v1.ReplicationController': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.ReplicationControllerSpec' },
    status: { of: 'io.k8s.api.core.v1.ReplicationControllerStatus' },
  },
  'io.k8s.api.core.v1.ReplicationControllerList': {
    items: { of: 'io.k8s.api.core.v1.ReplicationController' },
  },
  'io.k8s.api.core.v1.ReplicationControllerSpec': {
    template: { of: 'io.k8s.api.core.v1.PodTemplateSpec' },
  },
  'io.k8s.api.core.v1.ReplicationControllerStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.core.v1.ResourceQuota': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.ResourceQuotaList': {
    items: { of: 'io.k8s.api.core.v1.ResourceQuota' },
  },
  'io.k8s.api.core.v1.Secret': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.core.v1.SecretList': {
    items: { of: 'io.k8s.api.core.v1.Secret' },
  },
  'io.k8s.api.core.v1.Service': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.core.v1.ServiceSpec' },
    status: { of: 'io.k8s.api.core.v1.ServiceStatus' },
  },
  'io.k8s.api.core.v1.ServiceAccount': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    secrets: { merge: ['name'] },
  },
  'io.k8s.api.core.v1.ServiceAccountList': {
    items: { of: 'io.k8s.api.core.v1.ServiceAccount' },
  },
  'io.k8s.api.core.v1.ServiceList': {
    items: { of: 'io.k8s.api.core.v1.Service' },
  },
  'io.k8s.api.core.v1.ServiceSpec': {
    ports: { merge: ['port', 'protocol'] },
  },
  'io.k8s.api.core.v1.ServiceStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.core.v1.TopologySpreadConstraint': {
    labelSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.core.v1.Volume': {
    ephemeral: { of: 'io.k8s.api.core.v1.EphemeralVolumeSource' },
  },
  'io.k8s.api.core.v1.WeightedPodAffinityTerm': {
    podAffinityTerm: { of: 'io.k8s.api.core.v1.PodAffinityTerm' },
  },
  'io.k8s.api.discovery.v1.EndpointSlice': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.discovery.v1.EndpointSliceList': {
    items: { of: 'io.k8s.api.discovery.v1.EndpointSlice' },
  },
  'io.k8s.api.discovery.v1beta1.EndpointSlice': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.discovery.v1beta1.EndpointSliceList': {
    items: { of: 'io.k8s.api.discovery.v1beta1.EndpointSlice' },
  },
  'io.k8s.api.events.v1.Event': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.events.v1.EventList': {
    items: { of: 'io.k8s.api.events.v1.Event' },
  },
  'io.k8s.api.events.v1beta1.Event': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.events.v1beta1.EventList': {
    items: { of: 'io.k8s.api.events.v1beta1.Event' },
  },
  'io.k8s.api.extensions.v1beta1.Ingress': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.extensions.v1beta1.IngressList': {
    items: { of: 'io.k8s.api.extensions.v1beta1.Ingress' },
  },
  'io.k8s.api.flowcontrol.v1beta1.FlowSchema': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.flowcontrol.v1beta1.FlowSchemaList': {
    items: { of: 'io.k8s.api.flowcontrol.v1beta1.FlowSchema' },
  },
  'io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfiguration': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationList': {
    items: { of: 'io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfiguration' },
  },
  'io.k8s.api.networking.v1.Ingress': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.networking.v1.IngressClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.networking.v1.IngressClassList': {
    items: { of: 'io.k8s.api.networking.v1.IngressClass' },
  },
  'io.k8s.api.networking.v1.IngressList': {
    items: { of: 'io.k8s.api.networking.v1.Ingress' },
  },
  'io.k8s.api.networking.v1.NetworkPolicy': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.networking.v1.NetworkPolicySpec' },
  },
  'io.k8s.api.networking.v1.NetworkPolicyEgressRule': {
    to: { of: 'io.k8s.api.networking.v1.NetworkPolicyPeer' },
  },
  'io.k8s.api.networking.v1.NetworkPolicyIngressRule': {
    from: { of: 'io.k8s.api.networking.v1.NetworkPolicyPeer' },
  },
  'io.k8s.api.networking.v1.NetworkPolicyList': {
    items: { of: 'io.k8s.api.networking.v1.NetworkPolicy' },
  },
  'io.k8s.api.networking.v1.NetworkPolicyPeer': {
    namespaceSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
    podSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.networking.v1.NetworkPolicySpec': {
    egress: { of: 'io.k8s.api.networking.v1.NetworkPolicyEgressRule' },
    ingress: { of: 'io.k8s.api.networking.v1.NetworkPolicyIngressRule' },
    podSelector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.networking.v1beta1.Ingress': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.networking.v1beta1.IngressClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.networking.v1beta1.IngressClassList': {
    items: { of: 'io.k8s.api.networking.v1beta1.IngressClass' },
  },
  'io.k8s.api.networking.v1beta1.IngressList': {
    items: { of: 'io.k8s.api.networking.v1beta1.Ingress' },
  },
  'io.k8s.api.node.v1.RuntimeClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.node.v1.RuntimeClassList': {
    items: { of: 'io.k8s.api.node.v1.RuntimeClass' },
  },
  'io.k8s.api.node.v1beta1.RuntimeClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.node.v1beta1.RuntimeClassList': {
    items: { of: 'io.k8s.api.node.v1beta1.RuntimeClass' },
  },
  'io.k8s.api.policy.v1.PodDisruptionBudget': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.policy.v1.PodDisruptionBudgetSpec' },
    status: { of: 'io.k8s.api.policy.v1.PodDisruptionBudgetStatus' },
  },
  'io.k8s.api.policy.v1.PodDisruptionBudgetList': {
    items: { of: 'io.k8s.api.policy.v1.PodDisruptionBudget' },
  },
  'io.k8s.api.policy.v1.PodDisruptionBudgetSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.policy.v1.PodDisruptionBudgetStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.policy.v1beta1.Eviction': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.policy.v1beta1.PodDisruptionBudget': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.policy.v1beta1.PodDisruptionBudgetSpec' },
    status: { of: 'io.k8s.api.policy.v1beta1.PodDisruptionBudgetStatus' },
  },
  'io.k8s.api.policy.v1beta1.PodDisruptionBudgetList': {
    items: { of: 'io.k8s.api.policy.v1beta1.PodDisruptionBudget' },
  },
  'io.k8s.api.policy.v1beta1.PodDisruptionBudgetSpec': {
    selector: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.policy.v1beta1.PodDisruptionBudgetStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.api.policy.v1beta1.PodSecurityPolicy': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.policy.v1beta1.PodSecurityPolicyList': {
    items: { of: 'io.k8s.api.policy.v1beta1.PodSecurityPolicy' },
  },
  'io.k8s.api.rbac.v1.AggregationRule': {
    clusterRoleSelectors: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.rbac.v1.ClusterRole': {
    aggregationRule: { of: 'io.k8s.api.rbac.v1.AggregationRule' },
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1.ClusterRoleBinding': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1.ClusterRoleBindingList': {
    items: { of: 'io.k8s.api.rbac.v1.ClusterRoleBinding' },
  },
  'io.k8s.api.rbac.v1.ClusterRoleList': {
    items: { of: 'io.k8s.api.rbac.v1.ClusterRole' },
  },
  'io.k8s.api.rbac.v1.Role': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1.RoleBinding': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1.RoleBindingList': {
    items: { of: 'io.k8s.api.rbac.v1.RoleBinding' },
  },
  'io.k8s.api.rbac.v1.RoleList': {
    items: { of: 'io.k8s.api.rbac.v1.Role' },
  },
  'io.k8s.api.rbac.v1beta1.AggregationRule': {
    clusterRoleSelectors: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.rbac.v1beta1.ClusterRole': {
    aggregationRule: { of: 'io.k8s.api.rbac.v1beta1.AggregationRule' },
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1beta1.ClusterRoleBinding': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1beta1.ClusterRoleBindingList': {
    items: { of: 'io.k8s.api.rbac.v1beta1.ClusterRoleBinding' },
  },
  'io.k8s.api.rbac.v1beta1.ClusterRoleList': {
    items: { of: 'io.k8s.api.rbac.v1beta1.ClusterRole' },
  },
  'io.k8s.api.rbac.v1beta1.Role': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1beta1.RoleBinding': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.rbac.v1beta1.RoleBindingList': {
    items: { of: 'io.k8s.api.rbac.v1beta1.RoleBinding' },
  },
  'io.k8s.api.rbac.v1beta1.RoleList': {
    items: { of: 'io.k8s.api.rbac.v1beta1.Role' },
  },
  'io.k8s.api.scheduling.v1.PriorityClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.scheduling.v1.PriorityClassList': {
    items: { of: 'io.k8s.api.scheduling.v1.PriorityClass' },
  },
  'io.k8s.api.scheduling.v1beta1.PriorityClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.scheduling.v1beta1.PriorityClassList': {
    items: { of: 'io.k8s.api.scheduling.v1beta1.PriorityClass' },
  },
  'io.k8s.api.storage.v1.CSIDriver': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1.CSIDriverList': {
    items: { of: 'io.k8s.api.storage.v1.CSIDriver' },
  },
  'io.k8s.api.storage.v1.CSINode': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.storage.v1.CSINodeSpec' },
  },
  'io.k8s.api.storage.v1.CSINodeList': {
    items: { of: 'io.k8s.api.storage.v1.CSINode' },
  },
  'io.k8s.api.storage.v1.CSINodeSpec': {
    drivers: { merge: ['name'] },
  },
  'io.k8s.api.storage.v1.StorageClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1.StorageClassList': {
    items: { of: 'io.k8s.api.storage.v1.StorageClass' },
  },
  'io.k8s.api.storage.v1.VolumeAttachment': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1.VolumeAttachmentList': {
    items: { of: 'io.k8s.api.storage.v1.VolumeAttachment' },
  },
  'io.k8s.api.storage.v1beta1.CSIDriver': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1beta1.CSIDriverList': {
    items: { of: 'io.k8s.api.storage.v1beta1.CSIDriver' },
  },
  'io.k8s.api.storage.v1beta1.CSINode': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    spec: { of: 'io.k8s.api.storage.v1beta1.CSINodeSpec' },
  },
  'io.k8s.api.storage.v1beta1.CSINodeList': {
    items: { of: 'io.k8s.api.storage.v1beta1.CSINode' },
  },
  'io.k8s.api.storage.v1beta1.CSINodeSpec': {
    drivers: { merge: ['name'] },
  },
  'io.k8s.api.storage.v1beta1.CSIStorageCapacity': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    nodeTopology: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector' },
  },
  'io.k8s.api.storage.v1beta1.CSIStorageCapacityList': {
    items: { of: 'io.k8s.api.storage.v1beta1.CSIStorageCapacity' },
  },
  'io.k8s.api.storage.v1beta1.StorageClass': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1beta1.StorageClassList': {
    items: { of: 'io.k8s.api.storage.v1beta1.StorageClass' },
  },
  'io.k8s.api.storage.v1beta1.VolumeAttachment': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.api.storage.v1beta1.VolumeAttachmentList': {
    items: { of: 'io.k8s.api.storage.v1beta1.VolumeAttachment' },
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList': {
    items: { of: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition' },
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinition': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionList': {
    items: { of: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinition' },
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector': {
    matchExpressions: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement' },
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement': {
    key: { merge: ['key'] },
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
    finalizers: { merge: [] },
    ownerReferences: { merge: ['uid'] },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    status: { of: 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus' },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceList': {
    items: { of: 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService' },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus': {
    conditions: { merge: ['type'] },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIService': {
    metadata: { of: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' },
    status: { of: 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceStatus' },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceList': {
    items: { of: 'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIService' },
  },
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceStatus': {
    conditions: { merge: ['type'] },
  },
}
