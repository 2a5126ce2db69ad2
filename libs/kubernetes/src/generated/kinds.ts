// Generated from @kubernetes/client-node's models.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type * as k8s from '@kubernetes/client-node'
import type { Authored, Manifest } from '../authored.ts'

export type Namespace = Manifest<k8s.V1Namespace, 'v1', 'Namespace'>
export type ServiceAccount = Manifest<k8s.V1ServiceAccount, 'v1', 'ServiceAccount'>
export type ConfigMap = Manifest<k8s.V1ConfigMap, 'v1', 'ConfigMap'>
export type Secret = Manifest<k8s.V1Secret, 'v1', 'Secret'>
export type Service = Manifest<k8s.V1Service, 'v1', 'Service'>
export type PersistentVolume = Manifest<k8s.V1PersistentVolume, 'v1', 'PersistentVolume'>
export type PersistentVolumeClaim = Manifest<k8s.V1PersistentVolumeClaim, 'v1', 'PersistentVolumeClaim'>
export type Pod = Manifest<k8s.V1Pod, 'v1', 'Pod'>
export type Deployment = Manifest<k8s.V1Deployment, 'apps/v1', 'Deployment'>
export type StatefulSet = Manifest<k8s.V1StatefulSet, 'apps/v1', 'StatefulSet'>
export type DaemonSet = Manifest<k8s.V1DaemonSet, 'apps/v1', 'DaemonSet'>
export type ValidatingAdmissionPolicy = Manifest<k8s.V1ValidatingAdmissionPolicy, 'admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy'>
export type ValidatingAdmissionPolicyBinding = Manifest<k8s.V1ValidatingAdmissionPolicyBinding, 'admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding'>
export type Job = Manifest<k8s.V1Job, 'batch/v1', 'Job'>
export type CronJob = Manifest<k8s.V1CronJob, 'batch/v1', 'CronJob'>
export type PodDisruptionBudget = Manifest<k8s.V1PodDisruptionBudget, 'policy/v1', 'PodDisruptionBudget'>
export type Ingress = Manifest<k8s.V1Ingress, 'networking.k8s.io/v1', 'Ingress'>
export type IngressClass = Manifest<k8s.V1IngressClass, 'networking.k8s.io/v1', 'IngressClass'>
export type NetworkPolicy = Manifest<k8s.V1NetworkPolicy, 'networking.k8s.io/v1', 'NetworkPolicy'>
export type Role = Manifest<k8s.V1Role, 'rbac.authorization.k8s.io/v1', 'Role'>
export type RoleBinding = Manifest<k8s.V1RoleBinding, 'rbac.authorization.k8s.io/v1', 'RoleBinding'>
export type ClusterRole = Manifest<k8s.V1ClusterRole, 'rbac.authorization.k8s.io/v1', 'ClusterRole'>
export type ClusterRoleBinding = Manifest<k8s.V1ClusterRoleBinding, 'rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'>
export type StorageClass = Manifest<k8s.V1StorageClass, 'storage.k8s.io/v1', 'StorageClass'>
export type PriorityClass = Manifest<k8s.V1PriorityClass, 'scheduling.k8s.io/v1', 'PriorityClass'>
export type HorizontalPodAutoscaler = Manifest<k8s.V2HorizontalPodAutoscaler, 'autoscaling/v2', 'HorizontalPodAutoscaler'>
export type PodSpec = Authored<k8s.V1PodSpec>
export type PodTemplateSpec = Authored<k8s.V1PodTemplateSpec>
export type StatefulSetSpec = Authored<k8s.V1StatefulSetSpec>
export type DeploymentSpec = Authored<k8s.V1DeploymentSpec>
export type DaemonSetSpec = Authored<k8s.V1DaemonSetSpec>
export type PodDisruptionBudgetSpec = Authored<k8s.V1PodDisruptionBudgetSpec>
export type HorizontalPodAutoscalerSpec = Authored<k8s.V2HorizontalPodAutoscalerSpec>
export type ServiceSpec = Authored<k8s.V1ServiceSpec>
export type Container = Authored<k8s.V1Container>
export type ContainerPort = Authored<k8s.V1ContainerPort>
export type EnvVar = Authored<k8s.V1EnvVar>
export type Lifecycle = Authored<k8s.V1Lifecycle>
export type Probe = Authored<k8s.V1Probe>
export type HTTPGetAction = Authored<k8s.V1HTTPGetAction>
export type ResourceRequirements = Authored<k8s.V1ResourceRequirements>
export type SecurityContext = Authored<k8s.V1SecurityContext>
export type PodSecurityContext = Authored<k8s.V1PodSecurityContext>
export type Volume = Authored<k8s.V1Volume>
export type VolumeMount = Authored<k8s.V1VolumeMount>
export type ProjectedVolumeSource = Authored<k8s.V1ProjectedVolumeSource>
export type Affinity = Authored<k8s.V1Affinity>
export type TopologySpreadConstraint = Authored<k8s.V1TopologySpreadConstraint>
export type Toleration = Authored<k8s.V1Toleration>
export type LabelSelector = Authored<k8s.V1LabelSelector>
export type ServicePort = Authored<k8s.V1ServicePort>
export type NetworkPolicySpec = Authored<k8s.V1NetworkPolicySpec>
export type NetworkPolicyPeer = Authored<k8s.V1NetworkPolicyPeer>
export type NetworkPolicyPort = Authored<k8s.V1NetworkPolicyPort>
export type NetworkPolicyIngressRule = Authored<k8s.V1NetworkPolicyIngressRule>
export type NetworkPolicyEgressRule = Authored<k8s.V1NetworkPolicyEgressRule>
export type PolicyRule = Authored<k8s.V1PolicyRule>
export type Subject = Authored<k8s.RbacV1Subject>
