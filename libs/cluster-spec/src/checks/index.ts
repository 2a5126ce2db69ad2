import type { Check } from './check.ts'
import { externalAlertmanagers } from './alertmanagers.ts'
import { additionalBucketNames, bucketsReadOnce, developmentReadsOneBucket } from './additional-buckets.ts'
import { alertTexts } from './alerts.ts'
import {
  bucketAuthority,
  bucketNamed,
  developmentBucket,
  sharedUser,
  sharedVolume,
  workloadIdentity,
} from './bucket.ts'
import { compactCoversBlocks, compactShards, compactShardValues, deleteDelay, verticalCompaction } from './compact.ts'
import { oneCopy } from './copies.ts'
import { collectorElsewhere, furtherEndpoints } from './endpoints.ts'
import { externalLabels } from './external-labels.ts'
import {
  dataSourcesOnce,
  dataSourcesReachable,
  dataSourceVariablesExist,
  grafanaDatabase,
  oidcNeedsHost,
} from './grafana.ts'
import { grafanaConfig, grafanaVariables } from './grafana-config.ts'
import { defaultHashringLast, hashringNames, ownTenant, tenantsOnce } from './hashrings.ts'
import { imageMirrors, pullSecretsOnce } from './images.ts'
import { flagValues } from './flags.ts'
import { ingressComponents, ingressGateway, ingressHosts } from './ingress.ts'
import { ingressAuthentication, ingressController, ingressNginx } from './ingress-controller.ts'
import { annotationSizes, kubernetesLabels, ownedLabels } from './kubernetes-labels.ts'
import { localRetention, queryTimeout, retentionSize, scrapeInterval } from './local-retention.ts'
import { migrationOfProduction, migrationStep, tenantsTakenForOne } from './migration.ts'
import { settingsWithEffect, statelessRule } from './mode.ts'
import {
  channelExists,
  derivedNames,
  derivedNamesUnique,
  fewStatefulSets,
  nameIsFolder,
  namespaceUsable,
  ringListed,
} from './names.ts'
import { clientsOfListeners, externalPortsUsed, servicePortsUsed } from './network-policy.ts'
import { matchers } from './matchers.ts'
import { groupBy, mailLogin, receiverNames, receiversExist, repeatInterval, timeIntervals } from './notifications.ts'
import {
  classOrLocal,
  enoughNodes,
  nodesOfSelector,
  nodesOfZones,
  nodesOnce,
  portOfNodes,
  singleNode,
  spreadOfLocalVolumes,
  tolerations,
} from './placement.ts'
import { mountPathsOnce, nodeAffinities, ownedPaths, ownedVariables } from './pods.ts'
import {
  otlpAttributes,
  remoteWriteHeaders,
  remoteWriteLogin,
  remoteWriteNames,
  remoteWriteQueues,
  sentIsKept,
  windowOfReceive,
} from './prometheus.ts'
import { publishedRemoteWrite } from './published-remote-write.ts'
import { publishedStoreApi, storeApiSettings } from './published-store-api.ts'
import { identityOfCaller, sendsInReceiveMode, sendsWithoutReading } from './other-clusters.ts'
import { relabelling } from './relabelling.ts'
import { quorumByZone, replication } from './replication.ts'
import { cachesWithinMemory, chunkPoolWithinMemory, memcachedStarts, requestsWithinLimits } from './resources.ts'
import { downsampling, retentionOrder } from './retention.ts'
import { autoscalingBounds } from './scaling.ts'
import { newestPartition, oldestPartition, partitionNames, timePartitions } from './time-partitions.ts'

/** All rules for one cluster. */
export const checks: readonly Check[] = [
  nameIsFolder,
  channelExists,
  ringListed,
  imageMirrors,
  pullSecretsOnce,
  namespaceUsable,
  externalLabels,
  flagValues,
  annotationSizes,
  alertTexts,
  kubernetesLabels,
  ownedLabels,
  bucketNamed,
  developmentBucket,
  sharedVolume,
  sharedUser,
  workloadIdentity,
  bucketAuthority,
  additionalBucketNames,
  developmentReadsOneBucket,
  bucketsReadOnce,
  classOrLocal,
  enoughNodes,
  nodesOfSelector,
  nodesOfZones,
  spreadOfLocalVolumes,
  nodesOnce,
  singleNode,
  tolerations,
  oneCopy,
  nodeAffinities,
  portOfNodes,
  ownedVariables,
  ownedPaths,
  mountPathsOnce,
  requestsWithinLimits,
  cachesWithinMemory,
  chunkPoolWithinMemory,
  memcachedStarts,
  autoscalingBounds,
  localRetention,
  retentionSize,
  scrapeInterval,
  windowOfReceive,
  remoteWriteNames,
  remoteWriteHeaders,
  remoteWriteLogin,
  remoteWriteQueues,
  sentIsKept,
  otlpAttributes,
  relabelling,
  queryTimeout,
  timePartitions,
  oldestPartition,
  newestPartition,
  partitionNames,
  downsampling,
  retentionOrder,
  compactShardValues,
  compactShards,
  compactCoversBlocks,
  deleteDelay,
  verticalCompaction,
  replication,
  quorumByZone,
  hashringNames,
  defaultHashringLast,
  tenantsOnce,
  ownTenant,
  migrationOfProduction,
  migrationStep,
  tenantsTakenForOne,
  statelessRule,
  settingsWithEffect,
  identityOfCaller,
  sendsInReceiveMode,
  sendsWithoutReading,
  publishedRemoteWrite,
  furtherEndpoints,
  collectorElsewhere,
  externalPortsUsed,
  servicePortsUsed,
  clientsOfListeners,
  externalAlertmanagers,
  receiversExist,
  receiverNames,
  matchers,
  groupBy,
  repeatInterval,
  timeIntervals,
  mailLogin,
  grafanaDatabase,
  dataSourcesOnce,
  dataSourcesReachable,
  dataSourceVariablesExist,
  oidcNeedsHost,
  grafanaConfig,
  grafanaVariables,
  ingressHosts,
  ingressComponents,
  ingressGateway,
  ingressController,
  ingressAuthentication,
  ingressNginx,
  publishedStoreApi,
  storeApiSettings,
  // After the names themselves: of two findings at one place, the first is reported.
  derivedNames,
  derivedNamesUnique,
  fewStatefulSets,
]
