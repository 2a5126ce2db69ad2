import { type ClusterSpec, deduplicatesTenants, dataPathsOf, ingestorWorkloads } from '@thanos-fleet/cluster-spec'
import { counted } from '@thanos-fleet/diagnostics'
import { queryReplicaLabels, replicaLabels, tenantLabel } from '@thanos-fleet/authoring'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { desired } from '@thanos-fleet/stack'
import type { Measured, MeasuredEndpoint, MeasuredWorkload } from '../measured.ts'
import { type Check, type Condition, unless } from './condition.ts'

/** What must be so for a cluster to have reached what its `cluster.yaml` says. */
export function checkReached(spec: ClusterSpec, measured: Measured): Condition[] {
  return [answers, identity, rolledOut, parts, writing, reading, replicaLabelsOfQuery, countedOnce].map((check) =>
    check(spec, measured),
  )
}

const answers: Check = (_spec, { failures }) => unless('answers', failures, 'All components responded')

/** A kubeconfig of another cluster must not decide about this one. */
const identity: Check = (spec, { prometheus }) => {
  const wrong = prometheus.filter(({ externalLabels }) => {
    const { [replicaLabels.prometheus]: _replica, ...labels } = externalLabels
    return Object.keys({ ...labels, ...spec.externalLabels }).some((name) => labels[name] !== spec.externalLabels[name])
  })
  const shown = wrong.map(
    ({ pod, externalLabels }) => `${pod} has the external labels ${JSON.stringify(externalLabels)}`,
  )
  return unless(
    'identity',
    prometheus.length === 0 ? ['no Prometheus has responded'] : shown,
    `This is cluster ${spec.name}, according to the external labels of its Prometheus`,
  )
}

const kinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])
const nameOf = ({ kind, namespace, name }: Pick<MeasuredWorkload, 'kind' | 'namespace' | 'name'>) =>
  `${kind} ${namespace}/${name}`
const idOf = ({ kind, metadata }: KubeObject) =>
  nameOf({ kind, namespace: metadata.namespace ?? '', name: metadata.name })

const rolledOut: Check = (spec, { workloads }) => {
  const wanted = desired(spec)
    .objects.filter(({ kind }) => kinds.has(kind))
    .map(idOf)
  const problems = wanted.flatMap((id) => {
    const found = workloads.find((workload) => nameOf(workload) === id)
    if (found === undefined) return [`${id} does not exist`]
    if (!found.observed) return [`${id}: its controller has not observed the latest spec`]
    const done = Math.min(found.ready, found.updated)
    return done >= found.replicas
      ? []
      : [`${id}: ${done} of ${counted(found.replicas, 'pod')} are Ready with the latest spec`]
  })
  return unless('rolled-out', problems, `All ${wanted.length} workloads run the latest spec, with all pods Ready`)
}

/** Sidecars and Receive are there or not, as the step says. */
const parts: Check = (spec, { workloads, leaving }) => {
  const { sidecars, receivers } = dataPathsOf(spec)
  const prometheus = workloads.find(({ component }) => component === 'prometheus')
  const hasSidecars = prometheus?.containers.includes('thanos-sidecar') ?? false
  const receive = workloads.filter(({ component }) => component.startsWith('thanos-receive-'))
  const problems = [
    ...(hasSidecars === sidecars
      ? []
      : [hasSidecars ? 'Prometheus still has sidecars' : 'Prometheus has no sidecars yet']),
    ...(receivers ? [] : receive.map((workload) => `${nameOf(workload)} still exists`)),
    ...(receivers || leaving.length === 0 ? [] : [`pods of Receive are still terminating: ${leaving.join(', ')}`]),
  ]
  const names = [...(sidecars ? ['sidecars'] : []), ...(receivers ? ['routers and ingestors'] : [])]
  return unless('parts', problems, `The cluster has ${names.join(', ')}, and no component that the step removes`)
}

const writing: Check = (spec, { prometheus }) => {
  const { remoteWrite } = dataPathsOf(spec)
  const wrong = prometheus.filter(({ writes }) => writes !== remoteWrite)
  return unless(
    'writing',
    wrong.map(
      ({ pod }) =>
        `${pod} ${remoteWrite ? 'has not loaded the remote write to Receive yet' : 'still writes to Receive'}`,
    ),
    `Every Prometheus runs a configuration ${remoteWrite ? 'with' : 'without'} a remote write to Receive`,
  )
}

const reading: Check = (spec, { queries }) => {
  const { readSidecars, readIngestors } = dataPathsOf(spec)
  const ingestors = ingestorWorkloads(spec.receive).reduce((sum, { replicas }) => sum + replicas, 0)
  const problems = queries.flatMap((query) => [
    ...endpoints(query.pod, 'sidecar', query.sidecars, readSidecars ? spec.prometheus.replicas : 0),
    ...endpoints(query.pod, 'ingestor', query.ingestors, readIngestors ? ingestors : 0),
  ])
  const names = [...(readSidecars ? ['sidecars'] : []), ...(readIngestors ? ['ingestors'] : [])].join(' and ')
  return unless(
    'reading',
    queries.length === 0 ? ['no Query has responded'] : problems,
    `Every Query reads fresh data from ${names} without errors`,
  )
}

function endpoints(pod: string, noun: string, found: readonly MeasuredEndpoint[], wanted: number): string[] {
  const failing = found
    .filter(({ error }) => error !== null)
    .map(({ address, error }) => `${pod}: ${noun} ${address}: ${error}`)
  return found.length === wanted
    ? failing
    : [`${pod} reads ${counted(found.length, noun)}, ${wanted} expected`, ...failing]
}

const replicaLabelsOfQuery: Check = (spec, { queries }) => {
  const wanted = queryReplicaLabels(spec)
  const problems = queries.flatMap(({ pod, replicaLabels }) => {
    const lacking = wanted.filter((label) => !replicaLabels.includes(label))
    return lacking.length === 0 ? [] : [`${pod} does not use ${lacking.join(', ')} as a replica label`]
  })
  const good = deduplicatesTenants(spec) ? `series that differ only in ${tenantLabel}` : 'replicas'
  return unless('replica-labels', problems, `Every Query deduplicates ${good}`)
}

const countedOnce: Check = (_spec, { queries }) => {
  const problems = queries.flatMap(({ pod, copies }) =>
    copies === 1
      ? []
      : [copies === null ? `${pod} finds no target to count` : `${pod} counts a target ${copies} times`],
  )
  return unless('counted-once', problems, 'A sum counts each target once')
}
