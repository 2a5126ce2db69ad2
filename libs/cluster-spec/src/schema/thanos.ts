import { z } from 'zod'
import type { CompactSpec, QueryFrontendSpec, StoreSpec } from '../spec.ts'
import { clusterChoice } from './cluster-choice.ts'
import {
  bytes,
  dnsLabel,
  duration,
  durationOrZero,
  field,
  host,
  isAddress,
  nonEmpty,
  port,
  textOf,
  timeAgo,
  whole,
} from './primitives.ts'
import {
  autoscaling,
  cache,
  plainFields,
  readLimitFields,
  readLimits,
  statefulFields,
  workloadFields,
} from './workload.ts'

export const labelName = textOf(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 1024, {
  code: 'bad-label-name',
  expected: 'a Prometheus label name',
  remedy: 'use letters, digits and "_", not starting with a digit',
})

/** With the underscores of SRV records. */
const srvLabel = '[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9])?'
const srvName = `${srvLabel}(\\.${srvLabel})*`

const storeApiAddress = textOf(
  new RegExp(`^((dns[+])?${srvName}:${port}|${host}:${port}|dnssrv(noa)?[+]${srvName})$`),
  300,
  {
    code: 'bad-host',
    expected: 'a StoreAPI address',
    remedy: 'write host:port, or dns+host:port, or dnssrv+_grpc._tcp.name',
  },
  isAddress,
)

export const query = z.strictObject({
  ...workloadFields,
  autoscaling: autoscaling.exactOptional(),
  clusters: field(
    z.array(clusterChoice),
    'Clusters of the fleet whose StoreAPI is read too: names, or what they have in common.',
  ),
  extraEndpoints: field(z.array(storeApiAddress), 'Further StoreAPI servers, outside of this cluster.'),
  deduplicateTenants: field(
    z.boolean(),
    'Series that differ only in their tenant are copies of one; needed while blocks of a move between modes exist.',
  ),
  timeout: field(duration, 'Longest time of one query.'),
  maxConcurrent: field(whole(1, 10_000), 'Queries at a time.'),
  maxConcurrentSelect: field(whole(1, 10_000), 'Selectors of one query at a time.'),
  limits: readLimits,
})

// Here and below, `satisfies`: a setting that the specification has and the form lacks does not compile.
export const queryFrontend = z.strictObject({
  ...workloadFields,
  autoscaling: autoscaling.exactOptional(),
  splitInterval: field(duration, 'Long queries are cut into pieces of this length.'),
  maxQueryLength: field(durationOrZero, 'Longest time from start to end of a range query; 0s: no limit.'),
  maxParallelism: field(whole(1, 1000), 'Pieces of one query at a time.'),
  cache: field(cache, 'Cache of results.'),
} satisfies Record<keyof QueryFrontendSpec, z.ZodType>)

const timePartition = z.strictObject({
  name: dnsLabel,
  minTime: timeAgo.nullable().default(null),
  maxTime: timeAgo.nullable().default(null),
})

export const store = z.strictObject({
  ...statefulFields,
  shards: field(whole(1, 256), 'Hash shards; each has `replicas` pods.'),
  timePartitions: field(z.array(timePartition).min(1).max(64).nullable(), 'Spans of block times, oldest first.'),
  indexCache: field(cache, 'Cache of postings and series.'),
  bucketCache: field(cache, 'Cache of chunks and of metadata of the bucket.'),
  chunkPool: field(bytes.nullable(), 'Memory for chunks of all queries together; null: half of what caches leave.'),
  limits: field(
    z.strictObject({
      ...readLimitFields,
      requestBytes: field(bytes.nullable(), 'What one request may fetch; null: no limit.'),
      concurrency: field(whole(1, 10_000), 'Requests for series at a time.'),
    }),
    'What one request may take, and how many are answered at a time.',
  ),
} satisfies Record<keyof StoreSpec, z.ZodType>)

const compactShard = z.strictObject({
  name: dnsLabel,
  label: labelName,
  values: z
    .array(nonEmpty)
    .default([])
    .describe(
      'Values of the label whose blocks it takes; none: all the rest, with another value or without the label.',
    ),
})

export const compact = z.strictObject({
  ...statefulFields,
  replicas: field(z.literal(1), 'Always 1: two compactors destroy a bucket.'),
  retention: field(
    z.strictObject({
      raw: field(durationOrZero, 'Samples as scraped.'),
      fiveMinutes: field(durationOrZero, 'Downsampled to 5 minutes.'),
      oneHour: field(durationOrZero, 'Downsampled to 1 hour.'),
    }),
    'How long each resolution is kept; 0d keeps forever.',
  ),
  deleteDelay: field(duration, 'How long a block that is marked for deletion stays.'),
  shards: field(z.array(compactShard).min(1).max(256).nullable(), 'Compactors over disjoint sets of blocks.'),
  verticalCompaction: field(
    z.boolean(),
    'Merges overlapping blocks of one writer; always on where Receive takes or took part.',
  ),
  offlineDeduplication: field(z.boolean(), 'Removes the copies of replicas from the bucket.'),
  concurrency: field(whole(1, 256), 'Groups of blocks compacted at a time.'),
} satisfies Record<keyof CompactSpec, z.ZodType>)

export const rule = z.strictObject({
  ...statefulFields,
  kind: field(z.enum(['stateful', 'stateless']), 'Stateless writes its results to Receive (receive-mode only).'),
  evaluationInterval: field(duration, 'How often rules are evaluated.'),
  retention: field(duration, 'How long results stay on the volume.'),
  limits: readLimits,
})

const tenantName = textOf(/^[A-Za-z0-9_*?][-A-Za-z0-9_.*?]*$/, 63, {
  code: 'bad-name',
  expected: 'a tenant name',
  remedy: 'use letters, digits, "-", "_" and "." ("*" and "?" match any text in hashrings)',
})

const hashring = z.strictObject({
  name: dnsLabel,
  tenants: z.array(tenantName).default([]).describe('Tenants it takes; none: all the rest.'),
  replicas: whole(1, 1000).default(3).describe('Ingestors, in each zone if there are zones.'),
  zones: z.array(dnsLabel).max(20).default([]).describe('Zones of the nodes; one StatefulSet for each.'),
})

const tenantLimits = z.strictObject({
  requestBytes: field(whole(0), 'Bytes of one request.'),
  requestSeries: field(whole(0), 'Series of one request.'),
  requestSamples: field(whole(0), 'Samples of one request.'),
  headSeries: field(whole(0), 'Active series.'),
})

const { replicas: _notHere, ...ingestorFields } = statefulFields

export const receive = z.strictObject({
  replicationFactor: field(whole(1, 9), 'Copies of each sample, on different ingestors.'),
  router: z.strictObject({ ...workloadFields, autoscaling: autoscaling.exactOptional() }).exactOptional(),
  edge: field(z.strictObject(workloadFields), 'Routers for other clusters that send to this one.'),
  ingestor: z
    .strictObject({
      ...ingestorFields,
      retention: field(duration, 'How long samples stay on the volume.'),
      outOfOrderWindow: field(durationOrZero, 'How late samples may come; 0s: not at all.'),
      limits: readLimits,
    })
    .exactOptional(),
  hashrings: field(z.array(hashring).min(1).max(100), 'Rings of ingestors, in the order in which tenants are matched.'),
  limits: field(
    z.strictObject({
      default: tenantLimits.exactOptional(),
      tenants: field(z.record(tenantName, tenantLimits), 'By tenant.'),
    }),
    'What one tenant may send; 0: no limit.',
  ),
  tenant: field(tenantName, 'The tenant that Prometheus of this cluster writes as.'),
})

export const memcached = z.strictObject({
  ...plainFields,
  cacheSize: field(bytes, 'Memory for cached items, of each replica.'),
})
