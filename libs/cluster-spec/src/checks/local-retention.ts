import { amount, type Duration, seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import { dataPathsOf } from '../data-paths.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** Three blocks of two hours: one being written, one being uploaded, one to spare (wiring rule 20). */
const least: Duration = '6h'

/** What uploads blocks must keep them until they are surely in the bucket and served from there. */
export const localRetention: Check = (spec) => {
  const { prometheus, receive, rule } = spec
  const { sidecars, receivers } = dataPathsOf(spec)
  return [
    ...(sidecars ? tooShort(['prometheus', 'retention'], prometheus.retention) : []),
    ...(receivers ? tooShort(['receive', 'ingestor', 'retention'], receive.ingestor.retention) : []),
    ...(rule?.kind === 'stateful' ? tooShort(['rule', 'retention'], rule.retention) : []),
  ]
}

function tooShort(path: Path, retention: Duration): Finding[] {
  if (seconds(retention) >= seconds(least)) return []
  return [
    {
      code: 'local-retention-too-short',
      path,
      message: `${path.join('.')} is ${retention}: blocks could be deleted before they are uploaded`,
      remedy: `write at least ${least}`,
    },
  ]
}

/** The bound must be reached before the disk is full, or it never takes effect. */
export const retentionSize: Check = ({ prometheus: { retentionSize, volumeSize } }) => {
  if (retentionSize === null || amount(retentionSize) < amount(volumeSize)) return []
  return [
    {
      code: 'retention-size-above-volume',
      path: ['prometheus', 'retentionSize'],
      also: [['prometheus', 'volumeSize']],
      message: `prometheus.retentionSize (${retentionSize}) leaves no free space on the volume of ${volumeSize}`,
      remedy: 'write about 80% of prometheus.volumeSize: the write-ahead log needs the rest',
    },
  ]
}

/** Prometheus takes a series for gone after five minutes without a sample. */
export const scrapeInterval: Check = ({ prometheus }) =>
  (['scrapeInterval', 'evaluationInterval'] as const).flatMap((key): Finding[] => {
    const interval = seconds(prometheus[key])
    if (interval >= 1 && interval <= 120) return []
    return [
      {
        code: 'bad-interval',
        path: ['prometheus', key],
        message:
          `prometheus.${key} is ${prometheus[key]}: series go stale after 5m without a sample, so above 2m` +
          ' one lost scrape leaves a gap, and intervals below 1s are not supported',
        remedy: 'write a value from 1s to 2m, for example 30s',
      },
    ]
  })

/** Every time on the way of a query follows from this one, the time that pods are given to end included. */
export const queryTimeout: Check = ({ query: { timeout } }) =>
  seconds(timeout) >= 1 && seconds(timeout) <= 3600
    ? []
    : [
        {
          code: 'bad-interval',
          path: ['query', 'timeout'],
          message: `query.timeout is ${timeout}: every pod on the way of a query is given this time to end`,
          remedy: 'write a value from 1s to 1h, for example 2m',
        },
      ]
