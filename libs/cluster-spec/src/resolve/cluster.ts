import { completeDefaults, modeDefaults } from '../defaults/index.ts'
import type { ExtraSection } from '../extra/content.ts'
import type { ClusterInput } from '../schema/cluster.ts'
import type { AlertSettings, ClusterSpec, ExtraFile } from '../spec.ts'
import { externalOf, resolveAlertmanager, resolveCompact, resolveQueryFrontend, resolveReceive } from './components.ts'
import { resolveDestination } from './destination.ts'
import { resolveIngress } from './ingress.ts'
import { resolveNetworkPolicy, resolveStorage } from './platform.ts'
import { resolvePrometheus } from './prometheus.ts'
import { withoutWhatIsElsewhere } from './sending.ts'
import { override, overrideReader, resolveAutoscaling } from './workload.ts'

/** The files that an `extra` section names, read already. */
export type ExtraFiles = Record<ExtraSection, ExtraFile[]>

/** A component that may be absent: null if it is off. `true` and `{}` mean the defaults. */
function switched<S, I extends object>(
  input: I | boolean | null | undefined,
  onByDefault: boolean,
  resolve: (input: I | undefined) => S,
): S | null {
  if (input === undefined) return onByDefault ? resolve(undefined) : null
  if (input === false || input === null) return null
  return resolve(input === true ? undefined : input)
}

/** `true` takes back what the fleet says of an alert. */
function changedAlerts(input: Record<string, AlertSettings | boolean>): ClusterSpec['alerts'] {
  const entries = Object.entries(input).flatMap(([name, said]): [string, AlertSettings | false][] =>
    said === true ? [] : [[name, said]],
  )
  return Object.fromEntries(entries)
}

/** What was written, with the defaults of its mode filled in. */
export function resolveCluster(input: ClusterInput, extra: ExtraFiles): ClusterSpec {
  const complete = completeDefaults(input.mode, input.name)
  const base = modeDefaults(input.mode, input.name)
  const query = overrideReader(base.query, input.query)
  const externalAlertmanagers = externalOf(input.alertmanager) ?? base.externalAlertmanagers
  return withoutWhatIsElsewhere({
    name: input.name,
    mode: input.mode,
    migration: input.migration ?? base.migration,
    sendsTo: input.sendsTo === undefined ? base.sendsTo : input.sendsTo,
    ring: input.ring ?? base.ring,
    channel: input.channel ?? base.channel,
    images: { ...base.images, ...input.images },
    gitops: { destination: resolveDestination(input.gitops?.destination ?? 'cluster-name', input.name) },
    runbookUrl: input.runbookUrl ?? base.runbookUrl,
    alerts: changedAlerts(input.alerts ?? base.alerts),
    alertLabels: input.alertLabels ?? base.alertLabels,
    namespace: input.namespace ?? base.namespace,
    namespaces: input.namespaces === undefined ? base.namespaces : input.namespaces === true,
    externalLabels: input.externalLabels ?? base.externalLabels,
    labels: input.labels ?? base.labels,
    annotations: input.annotations ?? base.annotations,
    pods: { ...base.pods, ...input.pods },
    objectStore: input.objectStore ?? base.objectStore,
    additionalBuckets: input.additionalBuckets ?? base.additionalBuckets,
    storage: resolveStorage(base.storage, input.storage),
    topology: { ...base.topology, ...input.topology },
    security: { ...base.security, ...input.security },
    networkPolicy: resolveNetworkPolicy(base.networkPolicy, input.networkPolicy),
    grpcTls: input.grpcTls === undefined ? base.grpcTls : input.grpcTls,
    identity: input.identity === undefined ? base.identity : input.identity,
    tracing: input.tracing === undefined ? base.tracing : input.tracing,
    ingress: resolveIngress(
      input.ingress === undefined ? base.ingress : input.ingress || null,
      input.identity ?? base.identity,
    ),
    prometheus: resolvePrometheus(base.prometheus, input.prometheus),
    sidecar: overrideReader(base.sidecar, input.sidecar),
    query: {
      ...query,
      autoscaling: resolveAutoscaling(base.query.autoscaling, query.replicas, input.query?.autoscaling),
    },
    queryFrontend: switched(input.queryFrontend, base.queryFrontend !== null, (section) =>
      resolveQueryFrontend(complete.queryFrontend, section),
    ),
    store: overrideReader(base.store, input.store),
    compact: resolveCompact(base.compact, input.compact),
    rule: switched(input.rule, base.rule !== null, (section) => overrideReader(complete.rule, section)),
    receive: resolveReceive(base.receive, input.receive),
    bucketWeb: switched(input.bucketWeb, base.bucketWeb !== null, (section) => override(complete.bucketWeb, section)),
    alertmanager:
      externalAlertmanagers === null
        ? switched(input.alertmanager, base.alertmanager !== null, (section) =>
            resolveAlertmanager(complete.alertmanager, section),
          )
        : null,
    externalAlertmanagers,
    nodeExporter: switched(input.nodeExporter, base.nodeExporter !== null, (section) =>
      override(complete.nodeExporter, section),
    ),
    kubeStateMetrics: switched(input.kubeStateMetrics, base.kubeStateMetrics !== null, (section) =>
      override(complete.kubeStateMetrics, section),
    ),
    grafana: switched(input.grafana, base.grafana !== null, (section) => override(complete.grafana, section)),
    memcached: override(base.memcached, input.memcached),
    extra,
    objects: base.objects,
    links: base.links,
  })
}
