import { type ClusterSpec, receiveRemoteWrite, type RuleSpec } from '@thanos-fleet/cluster-spec'
import {
  alertQueryUrl,
  type Built,
  call,
  callEach,
  commonThanosFlags,
  configFiles,
  type Context,
  disruptionBudget,
  type ExtraDirectory,
  extraDirectory,
  grpcServerFlags,
  grpcTlsMount,
  podName,
  readLimitFlags,
  reloader,
  replicaLabels,
  service,
  serviceAccount,
  statefulSet,
  thanosContainer,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import { callees, components, port } from '@thanos-fleet/connections'
import { goDuration, thanosRule as ruleArgs } from '@thanos-fleet/flags'
import type { Json, StatefulSet } from '@thanos-fleet/kubernetes'
import { bucketAccess } from '@thanos-fleet/object-store'
import { alertmanagersConfigs, alertmanagersFiles, alertmanagersFlags } from './alertmanagers.ts'
import { addedOnTheWay, alertRelabelling, ownLabels } from './labels.ts'

export interface RuleOptions {
  /** Files of rules that need data of several Prometheus. */
  rules: Record<string, string>
}

const component = 'thanos-rule'
const rulesName = 'thanos-rule-rules'
const remoteWriteName = 'thanos-rule-remote-write'
const rulesDirectory = '/etc/thanos/rules'
const extraRulesDirectory = '/etc/thanos/extra-rules'
const remoteWriteDirectory = '/etc/thanos/remote-write'
const data = '/var/thanos/rule'

/**
 * Thanos Rule: evaluates rules over everything that Query sees. Stateful, it keeps the results and uploads them as
 * blocks; stateless, it writes them to Receive and is no StoreAPI (wiring rule 14).
 */
export function thanosRule(context: Context, options: RuleOptions): Built {
  const { spec } = context
  if (spec.rule === null) return { objects: [], configs: [] }
  const stateless = spec.rule.kind === 'stateless'
  const annotations = stateless ? {} : bucketAccess(spec).serviceAccountAnnotations
  return {
    objects: [
      serviceAccount(spec, component, annotations),
      service(spec, component, { headless: true }),
      stateful(context, spec.rule),
      disruptionBudget(spec, component),
    ],
    configs: [
      configFiles(spec, component, rulesName, options.rules, 'reload'),
      ...extraRules(spec).configs,
      ...alertmanagersConfigs(spec),
      ...(stateless
        ? [
            configFiles(
              spec,
              component,
              remoteWriteName,
              { 'remote-write.yaml': yamlText(remoteWrite(context)) },
              'restart',
            ),
          ]
        : []),
    ],
  }
}

/** The rules of the cluster's folder. */
function extraRules(spec: ClusterSpec): ExtraDirectory {
  const at = { config: `${component}-extra-rules`, volume: 'extra-rules', directory: extraRulesDirectory }
  return extraDirectory(spec, component, spec.extra.globalRules, at)
}

function stateful(context: Context, settings: RuleSpec): StatefulSet {
  const { spec } = context
  const stateless = settings.kind === 'stateless'
  const bucket = bucketAccess(spec)
  const tls = grpcTlsMount(spec)
  const rules = { name: 'rules', mountPath: rulesDirectory, readOnly: true }
  const extra = extraRules(spec)
  const elsewhere = alertmanagersFiles(spec)
  return statefulSet({
    spec,
    component,
    workload: component,
    settings,
    user: users.nobody,
    gracePeriod: 300,
    podLabels: stateless ? {} : bucket.podLabels,
    usesKubernetesApi: !stateless && bucket.usesKubernetesApi,
    replicas: settings.replicas,
    service: components[component].service,
    volumeSize: settings.volumeSize,
    containers: [
      thanosContainer(context, component, settings, {
        args: args(context, settings),
        env: [podName, ...(stateless ? [] : bucket.env)],
        mounts: [
          { name: 'data', mountPath: data },
          rules,
          ...extra.volumeMounts,
          ...elsewhere.volumeMounts,
          ...(stateless ? [{ name: 'remote-write', mountPath: remoteWriteDirectory, readOnly: true }] : bucket.mounts),
          ...tls.mounts,
        ],
        startSeconds: 300,
      }),
      reloader(context, port(component, 'http'), [rules, ...extra.volumeMounts]),
    ],
    volumes: [
      { name: 'rules', configMap: { name: rulesName } },
      ...extra.volumes,
      ...elsewhere.volumes,
      ...(stateless ? [{ name: 'remote-write', configMap: { name: remoteWriteName } }] : bucket.volumes),
      ...tls.volumes,
    ],
  })
}

function remoteWrite(context: Context): Json {
  const address = call(context, component, 'thanos-receive-router', 'remote write')
  return {
    remote_write: [
      {
        name: receiveRemoteWrite,
        url: `http://${address}/api/v1/receive`,
        headers: { 'THANOS-TENANT': context.spec.receive.tenant },
      },
    ],
  }
}

function args(context: Context, settings: RuleSpec): string[] {
  const { spec, facts } = context
  return ruleArgs(
    {
      ...commonThanosFlags(spec, component, settings),
      'data-dir': data,
      'grpc-address': `0.0.0.0:${port(component, 'grpc')}`,
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      ...grpcServerFlags(spec),
      'rule-file': [
        `${rulesDirectory}/*.yaml`,
        ...(spec.extra.globalRules.length === 0 ? [] : [`${extraRulesDirectory}/*.yaml`]),
      ],
      'eval-interval': goDuration(settings.evaluationInterval),
      query: [callEach(context, component, 'thanos-query', 'Query API')],
      'alertmanagers.url': callees(facts, component, 'alerts').map((to) =>
        callEach(context, component, to, 'alerts').replace('dnssrv+', 'dnssrv+http://'),
      ),
      ...alertmanagersFlags(spec),
      label: ownLabels(spec),
      'alert.label-drop': [replicaLabels.rule],
      'alert.relabel-config': alertRelabelling(spec),
      ...alertQueryUrl(spec),
      'tsdb.retention': settings.retention,
      ...readLimitFlags(settings.limits),
      ...(settings.kind === 'stateless'
        ? {
            'remote-write.config-file': `${remoteWriteDirectory}/remote-write.yaml`,
            'restore-ignored-label': addedOnTheWay(spec),
          }
        : bucketAccess(spec).flags),
    },
    settings.extraFlags,
  )
}
