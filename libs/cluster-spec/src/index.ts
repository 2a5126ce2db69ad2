export type * from './delivery.ts'
export type * from './spec.ts'
export { type Address, addressOf, usualPort } from './addresses/address.ts'
export { holds, type Location, locationOf } from './addresses/location.ts'
export { type OwnTarget, ownTarget } from './addresses/own.ts'
export { secureVariable, stackSource } from './data-sources.ts'
export {
  addressesElsewhere,
  alertmanagersElsewhere,
  bucketAddress,
  dataSourceAddresses,
  loginProvider,
  mailServers,
  remoteWriteUrls,
  tracingCollector,
} from './addresses/said.ts'
export { chunkPoolOf } from './chunk-pool.ts'
export { grpcTlsSteps } from './platform-spec.ts'
export { type Scalable, scalables } from './scalable.ts'
export { clientIssuerOf, hasCertificates } from './certificates.ts'
export { type BucketSetting, bucketsOf } from './buckets.ts'
export { additionalBucketCache, type CacheSetting, cachesOf, usesMemcached } from './caches.ts'
export { hasNativeHistograms, receiveRemoteWrite, scrapesNativeHistograms } from './remote-writes.ts'
export { completeDefaults, modeDefaults, modes } from './defaults/index.ts'
export { extraContent } from './extra/content.ts'
export type { ExtraName } from './extra/names.ts'
export { extraKey } from './extra/file-names.ts'
export type { ClusterFolder } from './extra/paths.ts'
export { controllerOf, hasOwnGateway, type IngressController } from './ingress-controllers.ts'
export { isObjectFile, objectsFolder } from './objects/load.ts'
export { checkFleet } from './fleet/check.ts'
export { serviceNamespace } from './fleet/endpoint.ts'
export { type FleetView, fleetViewOf } from './fleet/view.ts'
export { type FleetMember, locateIn, type Places, placesOf } from './fleet/places.ts'
export { dependsOnOthers, type FleetLinks, type KnownNames, linkFleet, type StatedLink } from './links/resolve.ts'
export { hashringOf } from './checks/tenant-pattern.ts'
export { withExpectedLinks } from './links/expected.ts'
export { noLinks } from './links/links.ts'
export { thanosTag } from './links/thanos-version.ts'
export { publishedAt, writtenAt } from './links/published.ts'
export { fleetJsonSchema, fleetSchemaText } from './fleet-file/json-schema.ts'
export type { Fleet, Membership } from './fleet-file/fleet.ts'
export { type LoadedFleet, loadFleet, noFleetFile, productFleet } from './fleet-file/load.ts'
export { type ClusterReport, onceInFleetFile, reportFleet } from './fleet-file/report.ts'
export { fleetPath, type Place } from './fleet-file/sources.ts'
export type * from './fleet-file/spec.ts'
export { destinationText, resolveDestination } from './resolve/destination.ts'
export { clusterJsonSchema, jsonSchema } from './json-schema.ts'
export { type ClusterFile, type Defaulted, loadCluster, type LoadedCluster, type RefusedCluster } from './load.ts'
export { explainFleet } from './fleet-file/explain.ts'
export { type Provenance, settingPath } from './provenance.ts'
export type { ClusterInput } from './schema/cluster.ts'
export { parseYamlStream, type YamlStream } from './yaml/parse.ts'
export type { Finding } from './finding.ts'
export { decode } from './yaml/decode.ts'
export { localNodesFor } from './local-nodes.ts'
export { quorumOf } from './checks/replication.ts'
export { isRest } from './shards.ts'
export { portIn } from './ports.ts'
export { type SectionSettings, sectionsOf } from './sections.ts'
export { receivedByLabel, replicaLabels, ruleLabel, tenantLabel } from './replica-labels.ts'
export type { Path, Position } from './yaml/position.ts'
export {
  type CompactWorkload,
  compactWorkloads,
  type IngestorWorkload,
  ingestorWorkloads,
  statefulSetsOf,
  type StoreWorkload,
  storeWorkloads,
} from './workloads.ts'
export { type Migration, type ProductionMode, type MigrationStage, migrationStages } from './migration-state.ts'
export {
  deduplicatesTenants,
  mergesOverlaps,
  migrationStageOf,
  type DataPaths,
  dataPathsOf,
  sidecarsUploadOverlaps,
} from './data-paths.ts'
