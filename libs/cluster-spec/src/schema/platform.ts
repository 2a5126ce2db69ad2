import { z } from 'zod'
import { grpcTlsSteps } from '../platform-spec.ts'
import { dnsLabel, field, host, isAddress, nonEmpty, objectName, port, textOf } from './primitives.ts'

const volumePath = textOf(/^(\/[A-Za-z0-9_][-A-Za-z0-9_.]*)+$/, 200, {
  code: 'bad-path',
  expected: 'an absolute path without ".." and without a trailing slash',
  remedy: 'write an absolute path: /data/thanos',
})

const reclaim = z.enum(['Retain', 'Delete'])
const strictness = z.enum(['required', 'preferred', 'none'])

/** Volumes. */
export const storage = z.strictObject({
  class: field(objectName.nullable(), 'StorageClass of all volumes; null leaves the choice to the cluster.'),
  local: field(
    z
      .strictObject({
        path: volumePath.default('/data/thanos').describe('Folder on the nodes below which the volumes are.'),
        nodes: z
          .array(objectName)
          .min(1)
          .describe('Names of the nodes, in the order in which replicas are given to them.'),
        zones: field(
          z.record(dnsLabel, z.array(objectName).min(1)),
          'The nodes of each zone, where a workload is bound to a zone: each is in `nodes` too.',
        ),
        class: field(objectName, 'StorageClass of these volumes, which is generated; by default local-storage.'),
      })
      .nullable(),
    'Volumes on named nodes, one per replica; null: the StorageClass makes them.',
  ),
  retention: field(
    z.strictObject({
      whenScaled: field(reclaim, 'Volumes of replicas that are scaled away.'),
      whenDeleted: field(reclaim, 'Volumes of a StatefulSet that is deleted.'),
    }),
    'What happens to volumes that are no longer used.',
  ),
})

/** Nodes and zones. */
export const topology = z.strictObject({
  singleNode: field(objectName.nullable(), 'The node that carries everything (development only).'),
  antiAffinity: field(strictness, 'Whether replicas must, should or need not be on different nodes.'),
  zoneSpread: field(strictness, 'Whether replicas are spread over zones.'),
})

/** What pods run as. */
export const security = z.strictObject({
  fixedUsers: field(
    z.boolean(),
    'Whether pods name their user and groups; false: the cluster gives them, as OpenShift does by its SCC.',
  ),
})

/** An issuer of cert-manager. */
export const issuerRef = z.strictObject({
  name: objectName,
  kind: z.enum(['Issuer', 'ClusterIssuer']).default('ClusterIssuer'),
})

export const grpcTls = z
  .strictObject({
    issuer: issuerRef,
    step: z.enum(grpcTlsSteps).nullable().default(null).describe('On the way to TLS or back: what has it already.'),
  })
  .nullable()

const collector = textOf(
  new RegExp(`^${host}:${port}$`),
  260,
  {
    code: 'bad-host',
    expected: 'a collector as host:port',
    remedy: 'write host and port, without a scheme or path: otel-collector.observability.svc:4317',
  },
  isAddress,
)

export const tracing = z
  .strictObject({
    endpoint: collector.describe('The collector, as host:port: usually 4317 for gRPC, 4318 for HTTP.'),
    clientType: z.enum(['grpc', 'http']).default('grpc').describe('The transport of OTLP.'),
    insecure: z.boolean().default(false).describe('Whether the connection is in the clear.'),
    samplingFraction: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe('The share of traces that are kept, of those that begin here; others follow their caller.'),
  })
  .nullable()

/** Pods of a controller that NetworkPolicies let in. */
export const podsOf = z.strictObject({ namespace: dnsLabel, podLabels: z.record(nonEmpty, z.string()) })
