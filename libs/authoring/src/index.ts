export { disruptionBudget, service, serviceAccount } from './service-objects.ts'
export { given } from './given.ts'
export { yamlText } from '@thanos-fleet/kustomize'
export { configFiles } from './config-files.ts'
export { type ExtraDirectory, extraDirectory } from './extra-files.ts'
export { type ClientFiles, clientFiles, prometheusClient, thanosClient } from './http-client.ts'
export { goMemoryLimit, podName, type Probes, probes, resources, restricted } from './container.ts'
export { type Built, call, callEach, callOne, type Context, imageOf, join } from './context.ts'
export {
  grpcCertificate,
  grpcServerFlags,
  grpcServerName,
  grpcTlsFiles,
  grpcTlsMount,
  grpcTlsSecret,
  hasGrpcTls,
} from './grpc-tls.ts'
export { hostCertificateSecret, hostFiles, hostMount, hostSecret } from './host-certificate.ts'
export { identityCertificate, identityFiles, identityMount } from './identity.ts'
export { dnsInterval } from './graceful-shutdown.ts'
export { podLabels, type PodOptions, podTemplate, pullSecrets, type User, users } from './pod.ts'
export { reloader } from './reloader.ts'
export { receivedByLabel, replicaLabels, tenantLabel } from '@thanos-fleet/cluster-spec'
export { longestQuery, waitForPage, waitForQuery } from './query-time.ts'
export { queryReplicaLabels } from './replica-labels.ts'
export {
  autoscaler,
  claim,
  deployment,
  localStorageClass,
  podsOf,
  type StatefulOptions,
  statefulSet,
} from './workloads.ts'
export { alertQueryUrl, commonThanosFlags, containerPorts, readLimitFlags, thanosContainer } from './thanos.ts'
export { tracingSection } from './tracing.ts'
export { cacheConfiguration, thanosBytes } from './cache.ts'
