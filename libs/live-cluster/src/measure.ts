import { type ClusterSpec, dataPathsOf, receiveRemoteWrite } from '@thanos-fleet/cluster-spec'
import { receivedByLabel } from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import type {
  Measured,
  MeasuredPrometheus,
  MeasuredQuery,
  MeasuredRouter,
  MeasuredStore,
  MeasuredUploader,
} from '@thanos-fleet/migration'
import { parse } from 'yaml'
import { answers, type Endpoint, understood } from './answers.ts'
import { Asked } from './asked.ts'
import { samplesOf, valueOf } from '@thanos-fleet/exposition'
import { preview } from './preview.ts'
import type { ClusterReader, Pod } from './reader.ts'
import { copies, received, refused, windowSeconds } from './selectors.ts'

/** Measures on a running cluster what its next step depends on. What does not answer is named in `failures`. */
export async function measure(reader: ClusterReader, spec: ClusterSpec): Promise<Measured> {
  const asked = new Asked()
  const { receivers } = dataPathsOf(spec)
  const time = Date.now()
  const [workloads, prometheus, queries, stores, ingestors, routers] = await Promise.all([
    reader.workloads(),
    reader.pods('prometheus'),
    reader.pods('thanos-query'),
    reader.pods('thanos-store'),
    reader.pods('thanos-receive-ingestor'),
    reader.pods('thanos-receive-router'),
  ])
  const programs = {
    prometheus: await asked.each(prometheus, (pod) => prometheusOf(reader, spec, pod)),
    ingestors: receivers ? await asked.each(ingestors, (pod) => ingestorOf(reader, spec, pod)) : [],
    routers: receivers ? await asked.each(routers, (pod) => routerOf(reader, pod)) : [],
    queries: await asked.each(queries, (pod) => queryOf(reader, spec, pod)),
    stores: await asked.each(stores, (pod) => storeOf(reader, pod)),
  }
  return {
    time,
    workloads,
    leaving: receivers ? [] : [...ingestors, ...routers].map(({ name }) => name),
    ...programs,
    sidecars: sidecarsOf(prometheus, programs.prometheus),
    queries: programs.queries.map(({ stores: _stores, ...query }) => query),
    preview: await previews(reader, spec, { ...programs, time }, asked),
    failures: asked.failures,
  }
}

async function prometheusOf(
  reader: ClusterReader,
  spec: ClusterSpec,
  { name, started }: Pod,
): Promise<MeasuredPrometheus> {
  const get = (path: string, parameters?: Record<string, string>) =>
    reader.get(name, port('prometheus', 'http'), path, parameters)
  const text = understood(answers.configuration, await get('/api/v1/status/config')).data.yaml
  const { global, remote_write } = answers.runtimeConfiguration.parse(parse(text))
  const remote = { remote_name: receiveRemoteWrite }
  const metrics = await get('/metrics')
  const newest = valueOf(metrics, 'prometheus_remote_storage_queue_highest_timestamp_seconds', remote)
  const sent = valueOf(metrics, 'prometheus_remote_storage_queue_highest_sent_timestamp_seconds', remote)
  const ask = async (query: string) => scalarOf(await get('/api/v1/query', { query }))
  const samples = await ask(refused(spec, name))
  return {
    pod: name,
    started,
    externalLabels: global.external_labels,
    writes: remote_write.some((one) => one.name === remote.remote_name),
    oldest: timeOf(valueOf(metrics, 'prometheus_tsdb_lowest_timestamp')),
    lagSeconds: newest === null || sent === null ? null : newest - sent,
    failed: samples === null ? null : { samples, windowSeconds: windowSeconds(spec) },
    received: await ask(received(spec)),
  }
}

/** What is on a volume of Prometheus is what its sidecar serves. */
function sidecarsOf(pods: readonly Pod[], prometheus: readonly MeasuredPrometheus[]): MeasuredUploader[] {
  const withSidecar = new Set(
    pods.filter(({ containers }) => containers.includes('thanos-sidecar')).map(({ name }) => name),
  )
  return prometheus
    .filter(({ pod }) => withSidecar.has(pod))
    .map(({ pod, started, oldest }) => ({ pod, started, oldest }))
}

async function ingestorOf(
  reader: ClusterReader,
  { receive }: ClusterSpec,
  { name, started }: Pod,
): Promise<MeasuredUploader> {
  const metrics = await reader.get(name, port('thanos-receive-ingestor', 'http'), '/metrics')
  const oldest = valueOf(metrics, 'prometheus_tsdb_lowest_timestamp', { tenant: receive.tenant })
  return { pod: name, started, oldest: timeOf(oldest) }
}

/** A TSDB without samples says the least or the greatest number there is. */
function timeOf(milliseconds: number | null): number | null {
  return milliseconds === null || milliseconds <= 0 || milliseconds > 1e15 ? null : milliseconds
}

async function routerOf(reader: ClusterReader, { name }: Pod): Promise<MeasuredRouter> {
  const metrics = await reader.get(name, port('thanos-receive-router', 'http'), '/metrics')
  const endpoints = samplesOf(metrics, 'thanos_receive_hashring_nodes').reduce((sum, { value }) => sum + value, 0)
  return { pod: name, endpoints, loaded: valueOf(metrics, 'thanos_receive_config_last_reload_successful') === 1 }
}

type Stores = Record<string, readonly Endpoint[]>

async function queryOf(
  reader: ClusterReader,
  spec: ClusterSpec,
  { name }: Pod,
): Promise<MeasuredQuery & { stores: Stores }> {
  const get = (path: string, parameters?: Record<string, string>) =>
    reader.get(name, port('thanos-query', 'http'), path, parameters)
  const flags = understood(answers.flags, await get('/api/v1/status/flags')).data
  const stores = understood(answers.stores, await get('/api/v1/stores')).data
  return {
    pod: name,
    replicaLabels: (flags['query.replica-label'] ?? '').split(','),
    sidecars: (stores['sidecar'] ?? []).filter((endpoint) => ofPrometheus(spec, endpoint)).map(endpointOf),
    ingestors: (stores['receive'] ?? []).filter((endpoint) => ofReceive(spec, endpoint)).map(endpointOf),
    copies: scalarOf(await get('/api/v1/query', { query: copies(spec), partial_response: 'false' })),
    stores,
  }
}

function endpointOf({ name, lastError }: Endpoint): MeasuredQuery['sidecars'][number] {
  return {
    address: name,
    error: lastError === null ? null : typeof lastError === 'string' ? lastError : JSON.stringify(lastError),
  }
}

/** Query may read StoreAPIs of other clusters too. */
function ofPrometheus({ externalLabels }: ClusterSpec, { labelSets }: Endpoint): boolean {
  return (labelSets ?? []).some((labels) =>
    Object.entries(externalLabels).every(([name, value]) => labels[name] === value),
  )
}

/** An ingestor that has no samples yet may have no labels. */
function ofReceive({ name }: ClusterSpec, { labelSets }: Endpoint): boolean {
  return (labelSets ?? []).every((labels) => labels[receivedByLabel] === undefined || labels[receivedByLabel] === name)
}

async function storeOf(reader: ClusterReader, { name, workload }: Pod): Promise<MeasuredStore> {
  const text = await reader.get(name, port('thanos-store', 'http'), '/api/v1/blocks', { view: 'loaded' })
  const blocks = understood(answers.blocks, text).data.blocks ?? []
  return {
    pod: name,
    workload,
    blocks: blocks.map(({ ulid, minTime, maxTime, thanos }) => ({ id: ulid, labels: thanos.labels, minTime, maxTime })),
  }
}

interface Programs {
  time: number
  prometheus: readonly MeasuredPrometheus[]
  ingestors: readonly MeasuredUploader[]
  queries: readonly (MeasuredQuery & { stores: Stores })[]
}

/** Only where Query reads both sides is there something to compare. */
async function previews(
  reader: ClusterReader,
  spec: ClusterSpec,
  { time: now, prometheus, ingestors, queries: [query] }: Programs,
  asked: Asked,
): Promise<Measured['preview']> {
  if (query === undefined || query.sidecars.length === 0 || query.ingestors.length === 0) {
    return { withoutSidecars: null, withoutIngestors: null }
  }
  const without = (side: MeasuredQuery['sidecars'], from: number) => {
    const left = new Set(side.map(({ address }) => address))
    const addresses = Object.values(query.stores).flatMap((stores) => stores.map(({ name }) => name))
    const kept = addresses.filter((address) => !left.has(address))
    return asked.one(`${query.pod}: preview`, () => preview(reader, spec, { query: query.pod, from, now, kept }))
  }
  return {
    withoutSidecars: await without(query.sidecars, beginOf(prometheus)),
    withoutIngestors: await without(query.ingestors, beginOf(ingestors)),
  }
}

function beginOf(uploaders: readonly { oldest: number | null }[]): number {
  return Math.min(...uploaders.map(({ oldest }) => oldest ?? Infinity))
}

/** The value of an answer with at most one series; null where there is none, or no number. */
function scalarOf(text: string): number | null {
  const [first] = understood(answers.vector, text).data.result
  const value = first === undefined ? Number.NaN : Number(first.value[1])
  return Number.isNaN(value) ? null : value
}
