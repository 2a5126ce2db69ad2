import { type ClusterSpec, dataPathsOf } from '@thanos-fleet/cluster-spec'
import { queryReplicaLabels } from '@thanos-fleet/authoring'
import { desired } from '@thanos-fleet/stack'
import { ringEndpoints } from '@thanos-fleet/thanos-receive'
import type { Measured, MeasuredBlock, MeasuredWorkload } from '../measured.ts'

/** Unix milliseconds of a time of the day on which everything is measured. */
export function at(time: string): number {
  return Date.parse(`2026-03-01T${time}Z`)
}

const started = at('08:00:00')

/** What is measured on a cluster that has reached what its specification says, at noon, and may take any step. */
export function healthy(spec: ClusterSpec, change: Partial<Measured> = {}): Measured {
  const { sidecars, receivers, remoteWrite, readSidecars, readIngestors } = dataPathsOf(spec)
  const replicas = Array.from({ length: spec.prometheus.replicas }, (_, index) => `prometheus-${index}`)
  const ring = spec.receive.hashrings.flatMap(({ name }) => ringEndpoints(spec, name))
  const ingestors = ring.map((endpoint) =>
    (typeof endpoint === 'string' ? endpoint : endpoint.address).replace(/\..*$/, ''),
  )
  const preview = { spanSeconds: 120, from: at('02:00:00'), to: at('11:58:00'), missing: [], samples: 9000 }
  return {
    time: at('12:00:00'),
    workloads: workloadsOf(spec),
    leaving: [],
    prometheus: replicas.map((pod) => ({
      pod,
      started,
      externalLabels: { ...spec.externalLabels, prometheus_replica: pod },
      writes: remoteWrite,
      oldest: at('02:00:00'),
      lagSeconds: remoteWrite ? 3 : null,
      failed: remoteWrite ? { samples: 0, windowSeconds: 300 } : null,
      received: remoteWrite ? 12.5 : 0,
    })),
    sidecars: sidecars ? replicas.map((pod) => ({ pod, started, oldest: at('02:00:00') })) : [],
    ingestors: receivers ? ingestors.map((pod) => ({ pod, started, oldest: at('09:00:00') })) : [],
    routers: receivers ? ['router-1', 'router-2'].map((pod) => ({ pod, endpoints: ring.length, loaded: true })) : [],
    queries: ['query-1', 'query-2'].map((pod) => ({
      pod,
      replicaLabels: queryReplicaLabels(spec),
      copies: 1,
      sidecars: readSidecars ? replicas.map((_, index) => ({ address: `10.0.0.${index}:10901`, error: null })) : [],
      ingestors: readIngestors ? ingestors.map((_, index) => ({ address: `10.0.1.${index}:10901`, error: null })) : [],
    })),
    stores: ['thanos-store-0', 'thanos-store-1'].map((pod) => ({
      pod,
      workload: 'thanos-store',
      blocks: blocks(spec, replicas, ingestors),
    })),
    preview: { withoutSidecars: preview, withoutIngestors: preview },
    failures: [],
    ...change,
  }
}

/** Both ways of blocks are at work: of each replica and each ingestor, blocks until ten. */
function blocks(spec: ClusterSpec, replicas: readonly string[], ingestors: readonly string[]): MeasuredBlock[] {
  const spans = [
    ['02:00:00', '04:00:00'],
    ['04:00:00', '06:00:00'],
    ['06:00:00', '08:00:00'],
    ['08:00:00', '10:00:00'],
  ] as const
  const writers = [
    ...replicas.map((pod) => ({ ...spec.externalLabels, prometheus_replica: pod })),
    ...ingestors.map((pod) => ({ receive_replica: pod, receive_cluster: spec.name, tenant_id: spec.receive.tenant })),
  ]
  return writers.flatMap((labels, writer) =>
    spans.map(([from, to], span) => ({
      id: `${writer}-${span}`,
      labels,
      minTime: at(from),
      maxTime: at(to),
    })),
  )
}

function workloadsOf(spec: ClusterSpec): MeasuredWorkload[] {
  return desired(spec)
    .objects.filter(({ kind }) => ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind))
    .map(({ kind, metadata }) => ({
      kind,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      component: metadata.labels?.['app.kubernetes.io/name'] ?? '',
      replicas: 3,
      ready: 3,
      updated: 3,
      observed: true,
      containers: [
        metadata.name,
        ...(metadata.name === 'prometheus' && dataPathsOf(spec).sidecars ? ['thanos-sidecar'] : []),
      ],
    }))
}
