import {
  type Built,
  type ClientFiles,
  configFiles,
  containerPorts,
  type Context,
  disruptionBudget,
  type ExtraDirectory,
  extraDirectory,
  imageOf,
  podName,
  probes,
  resources,
  restricted,
  service,
  serviceAccount,
  statefulSet,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import type { ClusterSpec, ExtraFile } from '@thanos-fleet/cluster-spec'
import { componentNames, components, podsOf } from '@thanos-fleet/connections'
import { prometheus as prometheusArgs } from '@thanos-fleet/flags'
import type { Container, KubeObject, Volume } from '@thanos-fleet/kubernetes'
import { access } from './access.ts'
import { alertingFiles } from './alerting.ts'
import { configuration, directories } from './configuration.ts'
import { remoteWriteFiles } from './remote-write.ts'

/** What a neighbour in the pod of Prometheus brings along: Thanos Sidecar, where there is one. */
export interface Neighbour {
  container: Container
  volumes: Volume[]
  podLabels: Record<string, string>
  serviceAccountAnnotations: Record<string, string>
}

export interface PrometheusOptions {
  /** The generated files of recording and alerting rules. */
  rules: Record<string, string>
  neighbour: Neighbour | null
}

const component = 'prometheus'
const configName = 'prometheus-config'
const rulesName = 'prometheus-rules'

/** Prometheus: highly available by identical replicas, reloading its configuration and rules by itself. */
export function prometheus(context: Context, options: PrometheusOptions): Built {
  const { spec, facts } = context
  const parts = componentNames.filter((name) => facts.present.has(name) && podsOf(name).includes(component))
  const extra = extraDirectories(spec)
  const objects: KubeObject[] = [
    serviceAccount(spec, component, options.neighbour?.serviceAccountAnnotations),
    ...access(spec),
    service(spec, component, { headless: true, parts }),
    workload(context, options.neighbour, extra),
    disruptionBudget(spec, component),
  ]
  return {
    objects,
    configs: [
      configFiles(spec, component, configName, { 'prometheus.yaml': yamlText(configuration(context)) }, 'reload'),
      configFiles(spec, component, rulesName, options.rules, 'reload'),
      ...extra.flatMap(({ configs }) => configs),
    ],
  }
}

/** The rules and scrape jobs of the cluster's folder. */
function extraDirectories(spec: ClusterSpec): ExtraDirectory[] {
  const of = (files: readonly ExtraFile[], name: string, directory: string) =>
    extraDirectory(spec, component, files, { config: `${component}-${name}`, volume: name, directory })
  return [
    of(spec.extra.rules, 'extra-rules', directories.extraRules),
    of(spec.extra.scrapeJobs, 'scrape-jobs', directories.scrapeJobs),
  ]
}

function workload(context: Context, neighbour: Neighbour | null, extra: readonly ExtraDirectory[]) {
  const { spec } = context
  return statefulSet({
    spec,
    component,
    workload: component,
    settings: spec.prometheus,
    user: users.nobody,
    // A write-ahead log of two hours is flushed on the way out. https://prometheus.io/docs/prometheus/latest/storage/
    gracePeriod: 600,
    podLabels: neighbour?.podLabels ?? {},
    usesKubernetesApi: true,
    replicas: spec.prometheus.replicas,
    service: components.prometheus.service,
    volumeSize: spec.prometheus.volumeSize,
    containers: [container(context, extra, neighbour), ...(neighbour === null ? [] : [neighbour.container])],
    volumes: [
      { name: 'config', configMap: { name: configName } },
      { name: 'rules', configMap: { name: rulesName } },
      ...extra.flatMap(({ volumes }) => volumes),
      ...clientFilesOf(spec).flatMap(({ volumes }) => volumes),
      ...(neighbour?.volumes ?? []),
    ],
  })
}

/** What Prometheus needs to be let in elsewhere. */
function clientFilesOf(spec: ClusterSpec): ClientFiles[] {
  return [remoteWriteFiles(spec), alertingFiles(spec)]
}

function container(context: Context, extra: readonly ExtraDirectory[], neighbour: Neighbour | null): Container {
  const settings = context.spec.prometheus
  return {
    name: component,
    image: imageOf(context, 'prometheus'),
    imagePullPolicy: 'IfNotPresent',
    args: args(context.spec, neighbour),
    env: [podName],
    ports: containerPorts(component),
    ...probes('http', { startSeconds: 900 }),
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      { name: 'config', mountPath: directories.config, readOnly: true },
      { name: 'rules', mountPath: directories.rules, readOnly: true },
      ...extra.flatMap(({ volumeMounts }) => volumeMounts),
      ...clientFilesOf(context.spec).flatMap(({ volumeMounts }) => volumeMounts),
      { name: 'data', mountPath: directories.data },
    ],
  }
}

function args(spec: ClusterSpec, neighbour: Neighbour | null): string[] {
  return prometheusArgs(
    {
      'config.file': `${directories.config}/prometheus.yaml`,
      'config.auto-reload': true,
      'config.auto-reload-interval': '30s',
      'storage.tsdb.path': directories.data,
      'web.listen-address': ['0.0.0.0:9090'],
      ...externalUrl(spec.ingress?.hosts.prometheus ?? null),
      'log.level': spec.prometheus.logLevel,
      // Equal durations keep Prometheus from compacting, which the sidecar's uploads must never race (thanos#2620).
      ...(neighbour !== null
        ? ({
            'storage.tsdb.min-block-duration': '2h',
            'storage.tsdb.max-block-duration': '2h',
            // Nor may it merge blocks of late samples with others: a merged block is not uploaded. Also without a window,
            // since blocks of one that was set before may still be there. Source: pkg/shipper/shipper.go, Compaction.Level
            'storage.tsdb.allow-overlapping-compaction': false,
          } as const)
        : {}),
      ...(spec.prometheus.otlp === null ? {} : { 'web.enable-otlp-receiver': true }),
      ...(spec.prometheus.exemplars === null ? {} : { 'enable-feature': ['exemplar-storage'] }),
    },
    spec.prometheus.extraFlags,
  )
}

/** So that links in notifications lead to the published page. */
function externalUrl(host: string | null): { 'web.external-url'?: string } {
  return host === null ? {} : { 'web.external-url': `https://${host}` }
}
