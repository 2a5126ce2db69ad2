import { modeNames, productionModes } from '@thanos-fleet/catalog'
import { z } from 'zod'
import { alertmanager } from './alertmanager.ts'
import { alertLabels, alerts } from './alerts.ts'
import { gitops } from './gitops.ts'
import { grafana } from './grafana.ts'
import { identity } from './identity.ts'
import { images } from './images.ts'
import { ingress } from './ingress.ts'
import { additionalBuckets, objectStore } from './object-store.ts'
import { networkPolicy } from './network-policy.ts'
import { grpcTls, security, storage, topology, tracing } from './platform.ts'
import { pods } from './pods.ts'
import { prometheus } from './prometheus.ts'
import { dnsLabel, field, isReachable, nonEmpty, textOf, texts } from './primitives.ts'
import { compact, memcached, query, queryFrontend, receive, rule, store } from './thanos.ts'
import { migrationStages } from '../migration-state.ts'
import { sidecar, nodeExporter, switchable, withoutSeverities, workload } from './workload.ts'

const migration = z.strictObject({
  to: z.enum(productionModes).describe('The mode to move to.'),
  step: z.enum(migrationStages).describe('The last step taken; `nx run gen:migrate -- <cluster>` proposes the next.'),
})

const runbookUrl = textOf(
  /^https?:\/\/[^\s{}]*\{runbook\}[^\s{}]*$/,
  2048,
  {
    code: 'bad-url',
    expected: 'a URL with {runbook} in it',
    remedy: 'write {runbook} in the place of the name of an alert: https://wiki.example.com/runbooks/{runbook}',
  },
  isReachable,
)

const paths = z.array(nonEmpty)

const extra = z.strictObject({
  scrapeJobs: field(paths, 'Files or globs, relative to this file: `scrape/*.yaml`, each with scrape_configs.'),
  rules: field(paths, 'Files or globs of Prometheus rule groups.'),
  globalRules: field(
    paths,
    'Files or globs of rule groups that Thanos Rule evaluates, over the data of all Prometheus.',
  ),
  dashboards: field(paths, 'Files or globs of Grafana dashboards (JSON).'),
  alertTemplates: field(paths, 'Files or globs of templates for Alertmanager (.tmpl).'),
})

/**
 * What a person writes in `clusters/<name>/cluster.yaml`: the shape of ClusterSpec with nearly everything optional.
 * Defaults that are the same wherever an item appears are here; those that depend on the mode are in ../defaults.
 */
export const clusterSchema = z.strictObject({
  name: dnsLabel.describe('The name of the cluster, and of its folder below clusters/.'),
  mode: z
    .enum(modeNames)
    .describe('sidecar-mode: Thanos reads from Prometheus. receive-mode: Prometheus pushes to Thanos.'),
  migration: field(migration, 'The step of a migration to the other mode; see docs/migration.md.'),
  sendsTo: field(
    dnsLabel.nullable(),
    'The cluster that gets all samples of this one and has all of Thanos (receive-mode only); null: none.',
  ),
  ring: field(dnsLabel, 'The rollout ring: rings receive a change one after the other.'),
  channel: field(nonEmpty, 'Which versions of the images to use: stable, next, or a channel of fleet.yaml.'),
  images: field(images, 'Registries, pull secrets and versions of images, instead of those of the channel.'),
  gitops: field(gitops, 'How GitOps controllers know the cluster.'),
  runbookUrl: field(runbookUrl, 'Where the runbook of an alert is read: a URL with {runbook} for its name.'),
  namespace: field(dnsLabel, 'The namespace of the stack.'),
  namespaces: field(
    z.union([z.boolean(), z.null()]),
    'Whether the namespaces are made here; false: they exist, and belong to another team.',
  ),
  alerts: field(alerts, 'Single alerts that are switched off (false) or changed, by name.'),
  alertLabels: field(alertLabels, 'Labels of every alert, for routing.'),
  externalLabels: field(z.record(z.string(), z.string()), 'Added to every series and block; unique in the fleet.'),
  labels: field(texts, 'Labels of every object and pod, such as a cost centre.'),
  annotations: field(texts, 'Annotations of every object and pod.'),
  pods: field(pods, 'What every pod and every container has besides.'),
  objectStore: objectStore.exactOptional(),
  additionalBuckets: field(additionalBuckets, 'Buckets that are only read, each by a Store of its own.'),
  storage: field(storage, 'Volumes.'),
  topology: field(topology, 'Nodes and zones.'),
  security: field(security, 'What pods run as.'),
  networkPolicy: field(networkPolicy, 'NetworkPolicies.'),
  grpcTls: field(grpcTls, 'Encrypts all gRPC with certificates of cert-manager; null leaves it in the clear.'),
  identity: field(
    identity,
    'How this cluster and others of the fleet know each other; null: it has no part with them.',
  ),
  tracing: field(tracing, 'Sends spans of Prometheus, Thanos and Alertmanager by OTLP; null sends none.'),
  ingress: field(z.union([z.literal(false), z.null(), ingress]), 'How people reach the web pages; null: not at all.'),
  prometheus: field(prometheus, 'Prometheus.'),
  sidecar: field(sidecar, 'Thanos Sidecar, beside each Prometheus.'),
  query: field(query, 'Thanos Query.'),
  queryFrontend: field(switchable(queryFrontend), 'Thanos Query Frontend; false: Grafana and people ask Query.'),
  store: field(store, 'Thanos Store Gateway.'),
  compact: field(compact, 'Thanos Compact.'),
  rule: field(switchable(rule), 'Thanos Rule: {} or true deploys it, null or false does not.'),
  receive: field(receive, 'Thanos Receive (receive-mode only).'),
  bucketWeb: field(switchable(workload), 'The page that shows the bucket.'),
  alertmanager: field(switchable(alertmanager), 'Alertmanager; false: alerts are evaluated, and nobody is notified.'),
  nodeExporter: field(
    switchable(nodeExporter),
    'node-exporter, on every node; false: the nodes are watched by others.',
  ),
  kubeStateMetrics: field(
    switchable(z.strictObject(withoutSeverities)),
    'kube-state-metrics; false: without it go all alerts about workloads.',
  ),
  grafana: field(switchable(grafana), 'Grafana.'),
  memcached: field(memcached, 'memcached, deployed where a cache uses it.'),
  extra: field(extra, 'Files of this folder that are added to what is generated.'),
})

/** A validated `cluster.yaml`, with shorthands expanded but without the defaults of its mode. */
export type ClusterInput = z.output<typeof clusterSchema>
