import { z } from 'zod'
import { grpcTlsSteps } from '../platform-spec.ts'
import { dnsLabel, field, nonEmpty, objectName, textOf } from './primitives.ts'

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

/** Pods of a controller that NetworkPolicies let in. */
export const podsOf = z.strictObject({ namespace: dnsLabel, podLabels: z.record(nonEmpty, z.string()) })
