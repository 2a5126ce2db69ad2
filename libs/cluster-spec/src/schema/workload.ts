import { z } from 'zod'
import { containerExtras, podSettings } from './pods.ts'
import { bytes, cores, field, nonEmpty, objectName, textOf, texts, whole } from './primitives.ts'

/** One quantity means the request, and for memory and disk the limit too; a mapping overrides one of the two. */
const cpu = z
  .union([cores, z.strictObject({ request: cores.exactOptional(), limit: cores.nullable().exactOptional() })])
  .transform((value) => (typeof value === 'string' ? { request: value } : value))

const space = z
  .union([bytes, z.strictObject({ request: bytes.exactOptional(), limit: bytes.exactOptional() })])
  .transform((value) => (typeof value === 'string' ? { request: value, limit: value } : value))

const resources = z.strictObject({
  cpu: field(cpu, 'Cores: a quantity (the request), or {request, limit}.'),
  memory: field(space, 'Bytes: a quantity (request and limit), or {request, limit}.'),
  ephemeralStorage: field(space, 'Bytes of disk outside of volumes: a quantity, or {request, limit}.'),
})

const flagName = textOf(/^[a-z0-9][-a-z0-9._]*$/, 100, {
  code: 'bad-flag-name',
  expected: 'a flag name without leading dashes',
  remedy: 'write it like web.page-title: text',
})
const flagText = z.union([z.string(), z.number()]).transform(String)
const flagValue = z.union([flagText, z.boolean(), z.array(flagText)])

const containerFields = {
  resources: field(resources, 'What the container asks for and may use.'),
  logLevel: field(z.enum(['debug', 'info', 'warn', 'error']), 'From which severity on messages are logged.'),
  extraFlags: field(z.record(flagName, flagValue), 'Flags without a setting here, without dashes.'),
  ...containerExtras,
}

const toleration = z.strictObject({
  key: nonEmpty.exactOptional(),
  operator: z.enum(['Exists', 'Equal']).exactOptional(),
  value: z.string().exactOptional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).exactOptional(),
})

const placementFields = {
  nodeSelector: field(texts, 'Labels of the nodes that may carry the pods.'),
  tolerations: field(z.array(toleration), 'Taints that the pods tolerate.'),
  priorityClassName: field(objectName.nullable(), 'An existing PriorityClass.'),
  ...podSettings,
}

/** node-exporter, whose pods are on the network of their node. Below 1024 only root may listen. */
export const nodeExporter = z.strictObject({
  ...containerFields,
  ...placementFields,
  port: field(whole(1024, 65_535), 'The port of every node at which it listens.'),
})

/** What one request of a StoreAPI may return. */
export const readLimitFields = {
  requestSeries: field(whole(0), 'Series of one request; 0: no limit.'),
  requestSamples: field(whole(0), 'Samples of one request, counted as 120 for each chunk; 0: no limit.'),
}

/** The same, as a setting. */
export const readLimits = field(z.strictObject(readLimitFields), 'What one request for series may return.')

/** Settings of the sidecar, which is a container of the pods of Prometheus. */
export const sidecar = z.strictObject({ ...containerFields, limits: readLimits })

export const workloadFields = {
  ...containerFields,
  replicas: field(whole(1, 1000), 'Number of pods.'),
  ...placementFields,
}

export const statefulFields = {
  ...workloadFields,
  volumeSize: field(bytes, 'Volume of each pod.'),
  storageClass: field(objectName.nullable(), 'StorageClass of these volumes; null: that of storage.class.'),
}

/**
 * Settings of programs without flags of the usual kind: what they would not do, nobody can write. memcached and Grafana take
 * no flags that validation could prove, and memcached and kube-state-metrics have no severities of messages.
 */
const { extraFlags: _noFlags, ...withoutFlags } = statefulFields
const { logLevel: _noSeverities, ...withoutSeverities } = workloadFields
const { extraFlags: _neitherFlags, ...plainFields } = withoutSeverities
export { plainFields, withoutFlags, withoutSeverities }

/** A component with its own pods. */
export const workload = z.strictObject(workloadFields)

const autoscalingFields = z.strictObject({
  minReplicas: field(whole(1, 1000), 'Default: the replicas.'),
  maxReplicas: field(whole(1, 1000), 'Default: twice the least.'),
  cpuPercent: field(whole(1, 1000), 'CPU use aimed at, in percent of the request.'),
  handover: field(z.literal('done'), 'Replicas of the running Deployment have another owner: docs/operations.md.'),
})

/** A HorizontalPodAutoscaler: on with `true` or a mapping, off with `false` or null. */
export const autoscaling = z.union([z.boolean(), z.null(), autoscalingFields]).describe('Scale by CPU use.')

/** A cache in the process or in the memcached of the stack. */
export const cache = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('in-memory'), maxSize: bytes }),
  z.strictObject({ type: z.literal('memcached') }),
])

/** A component that may be absent: on with `true` or a mapping, off with `false` or null. */
export function switchable<T extends z.ZodType>(schema: T) {
  return z.union([z.boolean(), z.null(), schema])
}
