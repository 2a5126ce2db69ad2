import { seconds } from '@thanos-fleet/kubernetes'
import { dataPathsOf } from '../data-paths.ts'
import type { Finding } from '../finding.ts'
import { hasNativeHistograms, receiveRemoteWrite } from '../remote-writes.ts'
import type { QueueConfig } from '../spec.ts'
import { twoLogins } from './alertmanagers.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

/** What Receive does not take either is lost on the way: it answers 409, and Prometheus does not send it again. */
export const windowOfReceive: Check = (spec) => {
  const { prometheus, receive } = spec
  if (!dataPathsOf(spec).remoteWrite) return []
  const [here, there] = [prometheus.outOfOrderWindow, receive.ingestor.outOfOrderWindow]
  if (seconds(here) <= seconds(there)) return []
  return [
    {
      code: 'out-of-order-window-above-receive',
      path: ['prometheus', 'outOfOrderWindow'],
      also: [['receive', 'ingestor', 'outOfOrderWindow']],
      message: `Prometheus takes samples that are ${here} late, and ingestors refuse those that are more than ${there} late`,
      remedy: `write receive.ingestor.outOfOrderWindow: ${here}, or a shorter prometheus.outOfOrderWindow`,
    },
  ]
}

/** Prometheus wants names of remote writes to differ, and so do alerts. */
export const remoteWriteNames: Check = ({ prometheus: { remoteWrite } }) => [
  ...duplicates(
    remoteWrite.map(({ name }) => name),
    ['prometheus', 'remoteWrite'],
    'name',
    'remote write',
  ),
  ...remoteWrite.flatMap(({ name }, index): Finding[] =>
    name === receiveRemoteWrite
      ? [
          {
            code: 'reserved-name',
            path: ['prometheus', 'remoteWrite', index, 'name'],
            message: `${receiveRemoteWrite} is the name of the way to Receive`,
            remedy: 'use another name',
          },
        ]
      : [],
  ),
]

/** Headers that Prometheus sets itself. Source: config/config.go of Prometheus v3.14.0, reservedHeaders */
const reservedHeaders =
  /^(host|content-(encoding|length|type)|user-agent|connection|keep-alive|proxy-auth(enticate|orization)|www-authenticate|accept-encoding|x-prometheus-remote-(write|read)-version|x-amz-(date|security-token|content-sha256))$/i

export const remoteWriteHeaders: Check = ({ prometheus: { remoteWrite } }) =>
  remoteWrite.flatMap(({ headers = {} }, index) =>
    Object.keys(headers).flatMap((name): Finding[] => {
      const credentials = /^authorization$/i.test(name)
      if (!credentials && !reservedHeaders.test(name)) return []
      return [
        {
          code: 'reserved-header',
          path: ['prometheus', 'remoteWrite', index, 'headers', name],
          at: 'key',
          message: credentials
            ? 'the header Authorization would be readable in a ConfigMap'
            : `Prometheus sets the header ${name} itself`,
          remedy: credentials ? 'write basicAuth or authorization, with an existing Secret' : 'remove it',
        },
      ]
    }),
  )

export const remoteWriteLogin: Check = ({ prometheus: { remoteWrite } }) =>
  remoteWrite.flatMap((one, index) => twoLogins(one, ['prometheus', 'remoteWrite', index]))

/** Defaults of Prometheus, with which a bound that is written alone must agree. Source: config/config.go, DefaultQueueConfig */
const usualQueue = { minShards: 1, maxShards: 50, minBackoff: '30ms', maxBackoff: '5s' } as const

export const remoteWriteQueues: Check = ({ prometheus: { remoteWrite } }) =>
  remoteWrite.flatMap(({ queueConfig = {} }, index): Finding[] => {
    const { minShards, maxShards, minBackoff, maxBackoff } = { ...usualQueue, ...queueConfig }
    return [
      ...(minShards > maxShards
        ? [queueBounds(index, queueConfig, 'minShards', 'maxShards', minShards, maxShards)]
        : []),
      ...(seconds(minBackoff) > seconds(maxBackoff)
        ? [queueBounds(index, queueConfig, 'minBackoff', 'maxBackoff', minBackoff, maxBackoff)]
        : []),
    ]
  })

function queueBounds(
  index: number,
  written: QueueConfig,
  low: keyof QueueConfig,
  high: keyof QueueConfig,
  ...values: [least: string | number, most: string | number]
): Finding {
  const path = ['prometheus', 'remoteWrite', index, 'queueConfig']
  return {
    code: 'queue-bounds',
    path: [...path, written[low] === undefined ? high : low],
    message: `${low} (${values[0]}) is above ${high} (${values[1]})`,
    remedy: `write ${low} at most as large as ${high}`,
  }
}

/** Samples that are not there cannot be sent. */
export const sentIsKept: Check = ({ prometheus: { remoteWrite, exemplars, ...others } }) =>
  remoteWrite.flatMap(({ sendExemplars, sendNativeHistograms }, index): Finding[] => {
    const at = (key: string, what: string): Finding => ({
      severity: 'warning',
      code: 'setting-without-effect',
      path: ['prometheus', 'remoteWrite', index, key],
      at: 'key',
      message: `prometheus.remoteWrite[${index}].${key} has no effect: Prometheus has no ${what}`,
      remedy: `remove it, or write ${what === 'exemplars' ? 'prometheus.exemplars: true' : 'prometheus.scrapeNativeHistograms: true'}`,
    })
    return [
      ...(sendExemplars === true && exemplars === null ? [at('sendExemplars', 'exemplars')] : []),
      ...(sendNativeHistograms === true && !hasNativeHistograms(others)
        ? [at('sendNativeHistograms', 'native histograms')]
        : []),
    ]
  })

/** Attributes are named, or all of them but some. Source: config/config.go of Prometheus, OTLPConfig.UnmarshalYAML */
export const otlpAttributes: Check = ({ prometheus: { otlp } }) => {
  if (otlp === null) return []
  const { promoteAllResourceAttributes: all = false, promoteResourceAttributes, ignoreResourceAttributes } = otlp
  const refused = all ? promoteResourceAttributes : ignoreResourceAttributes
  if (refused === undefined) return []
  const key = all ? 'promoteResourceAttributes' : 'ignoreResourceAttributes'
  return [
    {
      code: 'otlp-attributes',
      path: ['prometheus', 'otlp', key],
      at: 'key',
      also: [['prometheus', 'otlp', 'promoteAllResourceAttributes']],
      message: all
        ? 'all attributes of resources are promoted, and further ones cannot be named'
        : 'attributes can be ignored only where all others are promoted',
      remedy: all ? 'remove one of the two' : 'write promoteAllResourceAttributes: true, or remove it',
    },
  ]
}
