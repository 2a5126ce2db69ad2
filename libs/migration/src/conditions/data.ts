import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { counted } from '@thanos-fleet/diagnostics'
import { seconds } from '@thanos-fleet/kubernetes'
import { ringEndpoints } from '@thanos-fleet/thanos-receive'
import type { Measured, MeasuredUploader, Preview } from '../measured.ts'
import { blocksOf, endOf, servedBlocks } from './blocks.ts'
import { type Check, type Condition, timeText, unless } from './condition.ts'

/** Routers take writes by the ring that is meant. */
export const ringLoaded: Check = (spec, { routers }) => {
  const wanted = spec.receive.hashrings.reduce((sum, { name }) => sum + ringEndpoints(spec, name).length, 0)
  const problems = routers
    .filter(({ endpoints, loaded }) => endpoints !== wanted || !loaded)
    .map(({ pod, endpoints }) => `${pod} has ${counted(endpoints, 'endpoint')} in its hashrings, ${wanted} expected`)
  return unless(
    'ring-loaded',
    routers.length === 0 ? ['no router has responded'] : problems,
    `Every router has the ${wanted} ingestors in its hashrings`,
  )
}

/** Samples arrive at Receive as fast as they are scraped, and none is refused. */
export const writingWorks: Check = (spec, { prometheus }) => {
  // As long as a few scrapes, but for short intervals the time that a busy queue may take.
  const longest = Math.max(60, 4 * seconds(spec.prometheus.scrapeInterval))
  const problems = prometheus.flatMap(({ pod, lagSeconds, failed }) => [
    ...(lagSeconds === null ? [`${pod} has no remote write metrics yet`] : []),
    ...(lagSeconds !== null && lagSeconds > longest ? [`${pod} is ${Math.round(lagSeconds)} s behind`] : []),
    ...(failed === null ? [`${pod} has no metrics of rejected samples yet`] : []),
    ...(failed !== null && failed.samples > 0
      ? [`${pod}: ${Math.ceil(failed.samples)} samples were rejected within ${failed.windowSeconds} s`]
      : []),
  ])
  return unless(
    'writing-works',
    problems,
    `No samples were rejected, and no Prometheus is more than ${longest} s behind`,
  )
}

function withData(uploaders: readonly MeasuredUploader[]): (MeasuredUploader & { oldest: number })[] {
  return uploaders.flatMap((uploader) => (uploader.oldest === null ? [] : [{ ...uploader, oldest: uploader.oldest }]))
}

/** As many ingestors have samples as each sample has copies; rings for other tenants may be empty. */
export const ingestorsHaveData: Check = ({ receive: { replicationFactor } }, { ingestors }) => {
  const found = withData(ingestors).length
  const problem = `${counted(found, 'ingestor')} of ${ingestors.length} have samples, at least ${replicationFactor} are needed`
  return unless(
    'ingestors-have-data',
    found >= replicationFactor ? [] : [problem],
    `${counted(found, 'ingestor')} have samples`,
  )
}

/**
 * From when on Receive has samples: the last ingestor to begin decides. An ingestor that finds an old volume says earlier;
 * that it has no gap since is for `nothingMissingWithoutSidecars` to say.
 */
function receivedSince({ receive: { replicationFactor } }: ClusterSpec, { ingestors }: Measured): number | null {
  const found = withData(ingestors)
  return found.length < replicationFactor ? null : Math.max(...found.map(({ oldest }) => oldest))
}

function replicas({ prometheus }: ClusterSpec): string[] {
  return Array.from({ length: prometheus.replicas }, (_, index) => `prometheus-${index}`)
}

/** What was scraped before Receive had everything is in blocks that Store serves, of each replica of Prometheus. */
export const sidecarBlocksReachReceive: Check = (spec, measured) => {
  const name = 'sidecar-blocks-reach-receive'
  const since = receivedSince(spec, measured)
  if (since === null) return unless(name, ['Receive has no samples yet'], '')
  const served = servedBlocks(measured)
  const problems = replicas(spec).flatMap((pod) => {
    const end = endOf(blocksOf(spec, served, { prometheus: pod }))
    return end !== null && end >= since
      ? []
      : [
          `${pod}: ${end === null ? 'Store serves none of its blocks' : `the newest block that Store serves ends at ${timeText(end)}`}`,
        ]
  })
  return unless(
    name,
    problems.length === 0 ? [] : [...problems, `Receive only has samples since ${timeText(since)}`],
    `Store serves blocks of every Prometheus that end after ${timeText(since)}, and Receive has samples since then`,
  )
}

/** What is older than the volumes of Prometheus is in blocks of Receive that Store serves. */
export const receiveBlocksReachSidecars: Check = (spec, measured) => {
  const name = 'receive-blocks-reach-sidecars'
  const found = withData(measured.sidecars)
  if (found.length < spec.prometheus.replicas)
    return unless(name, [`${found.length} of ${counted(spec.prometheus.replicas, 'sidecar')} have samples`], '')
  return reach(
    name,
    spec,
    measured,
    Math.max(...found.map(({ oldest }) => oldest)),
    'the sidecars have everything since',
  )
}

/** Every ingestor has uploaded blocks up to a time, and Store serves them. */
function reach(name: string, spec: ClusterSpec, measured: Measured, since: number, what: string): Condition {
  const served = servedBlocks(measured)
  const problems = withData(measured.ingestors).flatMap(({ pod }) => {
    const end = endOf(blocksOf(spec, served, { ingestor: pod }))
    return end !== null && end >= since
      ? []
      : [
          `${pod}: ${end === null ? 'Store serves none of its blocks' : `the newest block that Store serves ends at ${timeText(end)}`}`,
        ]
  })
  return unless(
    name,
    problems.length === 0 ? [] : [...problems, `${what} ${timeText(since)} only`],
    `Store serves blocks of every ingestor that end after ${timeText(since)}, and ${what}`,
  )
}

/** The other way of blocks into the bucket is at work before the sidecars' ends. */
export const receiveUploads: Check = (spec, measured) => {
  const served = servedBlocks(measured)
  const found = withData(measured.ingestors)
  const problems = found
    .filter(({ pod, oldest }) => (endOf(blocksOf(spec, served, { ingestor: pod })) ?? 0) <= oldest)
    .map(({ pod }) => `Store serves no block that ${pod} has uploaded`)
  return unless(
    'receive-uploads',
    found.length === 0 ? ['Receive has no samples yet'] : problems,
    'Store serves blocks that every ingestor has uploaded',
  )
}

/** Where the blocks begin that a sidecar has uploaded since it came back; null where there is none. */
function uploadedSince(spec: ClusterSpec, measured: Measured, { pod, started }: MeasuredUploader): number | null {
  const own = blocksOf(spec, servedBlocks(measured), { prometheus: pod }).filter(({ maxTime }) => maxTime > started)
  return own.length === 0 ? null : Math.min(...own.map(({ minTime }) => minTime))
}

/** The other way of blocks into the bucket is at work before that of Receive ends. */
export const sidecarsUpload: Check = (spec, measured) => {
  const { sidecars } = measured
  const problems = sidecars
    .filter((sidecar) => uploadedSince(spec, measured, sidecar) === null)
    .map(({ pod, started }) => `Store serves no block of ${pod} that ends after its start at ${timeText(started)}`)
  return unless(
    'sidecars-upload',
    sidecars.length === 0 ? ['no sidecar has responded'] : problems,
    'Store serves blocks that every sidecar has uploaded since it started',
  )
}

/** The blocks of Receive end where those of the sidecars have begun, so that the bucket has no gap. */
export const bucketHasNoGap: Check = (spec, measured) => {
  const begins = measured.sidecars.map((sidecar) => uploadedSince(spec, measured, sidecar))
  const known = begins.filter((begin) => begin !== null)
  if (known.length === 0 || known.length < begins.length)
    return unless('bucket-has-no-gap', ['not every sidecar has uploaded a block yet'], '')
  return reach('bucket-has-no-gap', spec, measured, Math.max(...known), 'the sidecars have uploaded everything since')
}

/** Nobody writes to Receive any more, also nobody outside of the cluster. */
export const nobodyWrites: Check = (_spec, { prometheus }) => {
  const known = prometheus.map(({ received }) => received).filter((rate) => rate !== null)
  const most = Math.max(...known)
  const problems =
    known.length === 0
      ? ['no Prometheus has metrics of requests to the routers']
      : most > 0
        ? [`routers still receive ${most.toFixed(2)} requests per second`]
        : []
  return unless('nobody-writes', problems, 'Routers receive no requests')
}

/** Query would have every sample that it has now. */
export const nothingMissingWithoutSidecars: Check = (_spec, { preview }) =>
  nothingMissing('sidecars', preview.withoutSidecars)
export const nothingMissingWithoutIngestors: Check = (_spec, { preview }) =>
  nothingMissing('ingestors', preview.withoutIngestors)

function nothingMissing(side: string, preview: Preview | null): Condition {
  const name = `nothing-missing-without-${side}`
  if (preview === null || preview.samples === 0)
    return unless(name, [`what Query would have without the ${side} is not known`], '')
  const [first] = preview.missing
  const problems =
    first === undefined
      ? []
      : [
          `without the ${side}, Query would miss samples in ${counted(preview.missing.length, 'span')} of ${preview.spanSeconds} s, first` +
            ` ${first.has - first.would} of ${first.has} samples of ${first.replica} before ${timeText(first.end)}`,
        ]
  return unless(
    name,
    problems,
    `Without the ${side}, Query would have each of the ${preview.samples} samples that were counted since ${timeText(preview.from)}`,
  )
}
