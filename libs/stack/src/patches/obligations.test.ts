import type { Mode } from '@thanos-fleet/cluster-spec'
import { idString, isKubeObject } from '@thanos-fleet/kubernetes'
import { type PatchedObject, rendered, type State, withChanges } from '@thanos-fleet/kustomize'
import { expect, test } from 'vitest'
import { desired } from '../desired.ts'
import { obligations } from '../obligations/index.ts'
import { specOf } from '../testing/load-lines.ts'
import { brokenObligations } from './obligations.ts'

/** A cluster, and what a patch writes over in one of its objects. */
interface Breach {
  mode?: Mode
  lines?: string
  /** The object, by its `idString`. */
  of: RegExp
  text: RegExp
  by: string
}

const store = /StatefulSet.*thanos-store/
const ingestor = /StatefulSet.*thanos-receive-ingestor/
const ingress = (kind: string, name: string) =>
  `ingress: { kind: ${kind}, class: ${name}, hosts: { query: q.example.com }, tls: { secret: t }, authentication: { basicAuthSecret: u } }`

/** What a patch makes of the first object that has the text. */
function changesOf(state: State, { of, text, by }: Breach): PatchedObject[] {
  const plain: State = { ...state, configs: state.configs.map((config) => ({ ...config, onChange: 'reload' })) }
  for (const before of rendered(plain)) {
    const [old, id] = [JSON.stringify(before), idString(before)]
    const after: unknown = JSON.parse(old.replace(text, by))
    if (!of.test(id) || old.search(text) < 0 || !isKubeObject(after)) continue
    return [{ id, before, after, by: [{ file: 'p.yaml', line: 3, column: 1, locate: () => undefined }] }]
  }
  throw new Error(`no ${of} has ${text}`)
}

/** For each obligation a patch that breaks it. */
const breaches: Readonly<Record<string, Breach>> = {
  'vertical compaction of every Compact': {
    of: /thanos-compact/,
    text: /--compact\.enable-vertical-compaction/,
    by: '--debug.name=x',
  },
  'a Prometheus that does not merge blocks': {
    mode: 'sidecar-mode',
    of: /StatefulSet.*prometheus/,
    text: /--no-storage\.tsdb\.allow-overlapping-compaction/,
    by: '--web.enable-lifecycle',
  },
  'ingestors that take samples as late': {
    lines: 'prometheus: { outOfOrderWindow: 1h }\nreceive: { ingestor: { outOfOrderWindow: 1h } }',
    of: ingestor,
    text: /(--tsdb\.out-of-order\.time-window)=\w+/,
    by: '$1=1m',
  },
  'ingestors that keep exemplars': {
    lines: 'prometheus: { exemplars: true }',
    of: ingestor,
    text: /(--tsdb\.max-exemplars)=\d+/,
    by: '$1=0',
  },
  'blocks of two hours of Prometheus, kept for at least three of them': {
    mode: 'sidecar-mode',
    of: /StatefulSet.*prometheus/,
    text: /(--storage\.tsdb\.max-block-duration)=\w+/,
    by: '$1=1d',
  },
  'a retention of at least three blocks, and time to upload the last when it ends': {
    of: ingestor,
    text: /"terminationGracePeriodSeconds":\d+/,
    by: '"terminationGracePeriodSeconds":30',
  },
  'half of it of every Store': { of: store, text: /(--ignore-deletion-marks-delay)=\w+/, by: '$1=3d' },
  'a newest end that producers still have': {
    lines: 'store: { timePartitions: [{ name: old, maxTime: -8w }, { name: new, minTime: -8w }] }',
    of: /thanos-store-new/,
    text: /--min-time=/,
    by: '--max-time=-4w","--min-time=',
  },
  'as many ingestors of every ring, and evictions that leave the quorum': {
    of: /PodDisruptionBudget.*thanos-receive-ingestor/,
    text: /"maxUnavailable":1/,
    by: '"maxUnavailable":2',
  },
  'the flag of Query': { of: /Deployment.*thanos-query$/, text: /(--query\.timeout)=\w+/, by: '$1=1h' },
  'more of the data source and the proxy of Grafana': {
    of: /ConfigMap.*grafana/,
    text: /(\[dataproxy\]\\ntimeout =) \d+/,
    by: '$1 3',
  },
  'more of ingress-nginx, also than Grafana waits': {
    lines: ingress('Ingress', 'nginx'),
    of: /Ingress/,
    text: /(proxy-read-timeout":)"\d+"/,
    by: '$1"60"',
  },
  'more of an HTTPRoute, also than Grafana waits': {
    lines: ingress('Gateway', 'traefik'),
    of: /HTTPRoute/,
    text: /("request":)"\d+s"/,
    by: '$1"15s"',
  },
  'more of Envoy where it passes gRPC on': {
    mode: 'sidecar-mode',
    lines: [
      'grpcTls: { issuer: { name: internal } }',
      'ingress:',
      '  { kind: Gateway, class: envoy, hosts: { query: q.example.com, queryGrpc: g.example.com }, tls: { secret: t },',
      '    authentication: { basicAuthSecret: u }, clientAuthority: { secret: c } }',
    ].join('\n'),
    of: /BackendTrafficPolicy/,
    text: /("requestTimeout":)"\d+s"/g,
    by: '$1"15s"',
  },
  'as much of the grace period of every StoreAPI, and of its pod after its preStop': {
    of: store,
    text: /"terminationGracePeriodSeconds":\d+/,
    by: '"terminationGracePeriodSeconds":30',
  },
  'as much of the grace period of Query and Query Frontend, and of their pods after their preStop': {
    of: /Deployment.*thanos-query-frontend/,
    text: /(--http-grace-period)=\w+/,
    by: '$1=2s',
  },
  'their names of Query': {
    of: /Deployment.*thanos-query$/,
    text: /--query\.replica-label=rule_replica/,
    by: '--query.replica-label=other',
  },
  'series about them of kube-state-metrics, its leave to read them, and alerts by these series': {
    lines: 'grpcTls: { issuer: { name: internal } }',
    of: /ClusterRole .*kube-state-metrics/,
    text: /"certificates"/,
    by: '"secrets"',
  },
  'readiness of Query that asks whether it knows any, and decides by no other server': {
    of: /Deployment.*thanos-query$/,
    text: /\/api\/v1\/series[^"]*/,
    by: '/-/ready',
  },
  'more kept connections of Query Frontend than its checks close until it loses its place in Services': {
    of: /Deployment.*thanos-query-frontend/,
    text: /"failureThreshold":\d+/g,
    by: '"failureThreshold":3',
  },
  'less of the garbage collector of Go programs': {
    of: /Deployment|StatefulSet/,
    text: /("GOMEMLIMIT","value":)"\d+"/,
    by: '$1"99999999999"',
  },
  'a limit that is not below it': { of: store, text: /("limits":\{"memory":)"\w+"/, by: '$1"1Mi"' },
  'a limit of memory above their sum': {
    lines: 'store: { indexCache: { type: in-memory, maxSize: 250Mi } }',
    of: store,
    text: /("limits":\{"memory":)"\w+"/,
    by: '$1"200Mi"',
  },
  'a pool of chunks that fits into it, beside the caches': {
    of: store,
    text: /(--chunk-pool-size)=\w+/,
    by: '$1=99999999999B',
  },
  'a limit of memory above it': {
    lines: 'store: { indexCache: { type: memcached } }',
    of: /memcached/,
    text: /(--memory-limit)=\d+/,
    by: '$1=99999',
  },
  'a larger volume': {
    lines: 'prometheus: { retentionSize: 10Gi, volumeSize: 20Gi }',
    of: /StatefulSet.*prometheus/,
    text: /("requests":\{"storage":)"\w+"/,
    by: '$1"5Gi"',
  },
  'at least as much of the retention': {
    of: /StatefulSet.*alertmanager/,
    text: /(--data\.retention)=\w+/,
    by: '$1=1h',
  },
  'no replicas of the Deployment': {
    lines: 'receive: { router: { autoscaling: { maxReplicas: 8 } } }',
    of: /Deployment.*thanos-receive-router/,
    text: /"spec":\{/,
    by: '"spec":{"replicas":3,',
  },
}

test.each(obligations)('a patch after which $setting lacks $demands is refused', ({ setting, demands }) => {
  const breach = breaches[demands]
  if (breach === undefined) throw new Error(`no patch breaks "${demands}"`)
  const spec = specOf(breach.lines ?? '', breach.mode)
  const state = desired(spec)
  const changes = changesOf(state, breach)
  const found = brokenObligations(spec, state, { state: withChanges(state, changes), changes, findings: [] })
  const about = found.filter(({ message }) => message.includes(`${setting} does not get what it demands: ${demands} (`))
  expect(about).toMatchObject([{ severity: 'error', place: { file: 'p.yaml', line: 3 } }])
})
