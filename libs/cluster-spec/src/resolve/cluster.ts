import { completeDefaults, modeDefaults } from '../defaults/index.ts'
import type { ClusterInput } from '../schema/cluster.ts'
import type { ClusterSpec, ExtraFile } from '../spec.ts'
import { resolveAlertmanager, resolveCompact, resolveReceive } from './components.ts'
import { resolveDestination } from './destination.ts'
import { resolveNetworkPolicy, resolveStorage } from './platform.ts'
import { override, resolveAutoscaling } from './workload.ts'

/** The files that an `extra` section names, read already. */
export type ExtraFiles = Record<'scrapeJobs' | 'rules' | 'dashboards', ExtraFile[]>

/** A component that may be absent: its section, or nothing if it is off. `true` and `{}` mean the defaults. */
function switched<I extends object>(input: I | boolean | null | undefined, onByDefault: boolean): I | true | null {
  if (input === undefined) return onByDefault ? true : null
  return input === false ? null : input
}

/** What was written, with the defaults of its mode filled in. */
export function resolveCluster(input: ClusterInput, extra: ExtraFiles): ClusterSpec {
  const complete = completeDefaults(input.mode, input.name)
  const base = modeDefaults(input.mode, input.name)
  const query = override(base.query, input.query)
  const queryFrontend = override(base.queryFrontend, input.queryFrontend)
  const rule = switched(input.rule, base.rule !== null)
  const bucketWeb = switched(input.bucketWeb, base.bucketWeb !== null)
  const grafana = switched(input.grafana, base.grafana !== null)
  return {
    name: input.name,
    mode: input.mode,
    migration: input.migration ?? base.migration,
    ring: input.ring ?? base.ring,
    channel: input.channel ?? base.channel,
    images: { ...base.images, ...input.images },
    gitops: { destination: resolveDestination(input.gitops?.destination ?? 'cluster-name', input.name) },
    runbookUrl: input.runbookUrl ?? base.runbookUrl,
    namespace: input.namespace ?? base.namespace,
    externalLabels: input.externalLabels ?? base.externalLabels,
    objectStore: input.objectStore ?? base.objectStore,
    storage: resolveStorage(base.storage, input.storage),
    topology: { ...base.topology, ...input.topology },
    networkPolicy: resolveNetworkPolicy(base.networkPolicy, input.networkPolicy),
    grpcTls: input.grpcTls === undefined ? base.grpcTls : input.grpcTls,
    ingress: input.ingress === undefined ? base.ingress : input.ingress || null,
    prometheus: override(base.prometheus, input.prometheus),
    sidecar: override(base.sidecar, input.sidecar),
    query: {
      ...query,
      autoscaling: resolveAutoscaling(base.query.autoscaling, query.replicas, input.query?.autoscaling),
    },
    queryFrontend: {
      ...queryFrontend,
      autoscaling: resolveAutoscaling(
        base.queryFrontend.autoscaling,
        queryFrontend.replicas,
        input.queryFrontend?.autoscaling,
      ),
    },
    store: override(base.store, input.store),
    compact: resolveCompact(base.compact, input.compact),
    rule: rule === null ? null : override(complete.rule, rule === true ? undefined : rule),
    receive: resolveReceive(base.receive, input.receive),
    bucketWeb: bucketWeb === null ? null : override(complete.bucketWeb, bucketWeb === true ? undefined : bucketWeb),
    alertmanager: resolveAlertmanager(base.alertmanager, input.alertmanager),
    nodeExporter: override(base.nodeExporter, input.nodeExporter),
    kubeStateMetrics: override(base.kubeStateMetrics, input.kubeStateMetrics),
    grafana: grafana === null ? null : override(complete.grafana, grafana === true ? undefined : grafana),
    memcached: override(base.memcached, input.memcached),
    extra,
  }
}
