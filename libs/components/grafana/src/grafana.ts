import { type ClusterSpec, type GrafanaSpec, secureVariable } from '@thanos-fleet/cluster-spec'
import {
  type Built,
  configFiles,
  containerPorts,
  type Context,
  disruptionBudget,
  type ExtraDirectory,
  extraDirectory,
  goMemoryLimit,
  imageOf,
  resources,
  restricted,
  service,
  serviceAccount,
  statefulSet,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import { components } from '@thanos-fleet/connections'
import type { Container, EnvVar } from '@thanos-fleet/kubernetes'
import { dashboardProviders, dashboardsDirectory, dataSources, extraDashboardsDirectory } from './provisioning.ts'
import { iniText } from './ini.ts'

export interface GrafanaOptions {
  /** The generated dashboards as JSON, by file name. */
  dashboards: Record<string, string>
}

const component = 'grafana'
const configName = 'grafana-config'
const dataSourcesName = 'grafana-datasources'
const providersName = 'grafana-dashboard-providers'
const dashboardsName = 'grafana-dashboards'

/** Grafana, provisioned from files: what is clicked together is not kept, what is reviewed is. */
export function grafana(context: Context, options: GrafanaOptions): Built {
  const { spec } = context
  if (spec.grafana === null) return { objects: [], configs: [] }
  const settings = spec.grafana
  const extra = extraDashboards(spec)
  return {
    objects: [
      serviceAccount(spec, component),
      service(spec, component, { headless: true }),
      statefulSet({
        spec,
        component,
        workload: component,
        settings,
        user: users.grafana,
        gracePeriod: 60,
        replicas: settings.replicas,
        service: components[component].service,
        // With an external database nothing of its own is worth keeping.
        volumeSize: settings.database === null ? settings.volumeSize : null,
        containers: [container(context, settings, extra)],
        volumes: volumes(settings, extra),
      }),
      disruptionBudget(spec, component),
    ],
    configs: [
      configFiles(spec, component, configName, { 'grafana.ini': iniText(spec) }, 'restart'),
      configFiles(spec, component, dataSourcesName, { 'datasources.yaml': yamlText(dataSources(context)) }, 'restart'),
      configFiles(spec, component, providersName, { 'providers.yaml': yamlText(dashboardProviders(spec)) }, 'restart'),
      configFiles(spec, component, dashboardsName, options.dashboards, 'reload'),
      ...extra.configs,
    ],
  }
}

/** The dashboards of the cluster's folder. */
function extraDashboards(spec: ClusterSpec): ExtraDirectory {
  const at = { config: 'grafana-extra-dashboards', volume: 'extra-dashboards', directory: extraDashboardsDirectory }
  return extraDirectory(spec, component, spec.extra.dashboards, at)
}

function volumes(settings: GrafanaSpec, extra: ExtraDirectory) {
  return [
    { name: 'config', configMap: { name: configName } },
    { name: 'datasources', configMap: { name: dataSourcesName } },
    { name: 'providers', configMap: { name: providersName } },
    { name: 'dashboards', configMap: { name: dashboardsName } },
    ...extra.volumes,
    { name: 'tmp', emptyDir: { sizeLimit: '100Mi' } },
    ...(settings.database === null ? [] : [{ name: 'data', emptyDir: { sizeLimit: '500Mi' } }]),
  ]
}

function container(context: Context, settings: GrafanaSpec, extra: ExtraDirectory): Container {
  const health = { httpGet: { path: '/api/health', port: 'http' } }
  const readOnly = (name: string, mountPath: string) => ({ name, mountPath, readOnly: true })
  return {
    name: component,
    image: imageOf(context, 'grafana'),
    imagePullPolicy: 'IfNotPresent',
    env: environment(settings),
    ports: containerPorts(component),
    startupProbe: { ...health, periodSeconds: 5, failureThreshold: 60, timeoutSeconds: 3 },
    readinessProbe: { ...health, periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 3 },
    livenessProbe: { ...health, periodSeconds: 30, failureThreshold: 8, timeoutSeconds: 5 },
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      readOnly('config', '/etc/grafana'),
      readOnly('datasources', '/etc/grafana-provisioning/datasources'),
      readOnly('providers', '/etc/grafana-provisioning/dashboards'),
      readOnly('dashboards', dashboardsDirectory),
      ...extra.volumeMounts,
      { name: 'data', mountPath: '/var/lib/grafana' },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  }
}

/** What is secret comes from Secrets that exist already. */
function environment({
  adminSecret,
  database,
  resources,
  logLevel,
  dataSources,
  auth: { oidc },
}: GrafanaSpec): EnvVar[] {
  const secret = (name: string, from: string, key: string) => ({
    name,
    valueFrom: { secretKeyRef: { name: from, key } },
  })
  return [
    secret('GF_SECURITY_ADMIN_USER', adminSecret, 'admin-user'),
    secret('GF_SECURITY_ADMIN_PASSWORD', adminSecret, 'admin-password'),
    { name: 'GF_PATHS_PROVISIONING', value: '/etc/grafana-provisioning' },
    { name: 'GF_LOG_LEVEL', value: logLevel },
    ...(database === null ? [] : [secret('GF_DATABASE_URL', database.urlSecret.name, database.urlSecret.key)]),
    ...(oidc === null
      ? []
      : [secret('GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET', oidc.clientSecret.name, oidc.clientSecret.key)]),
    ...dataSources.flatMap(({ secureJsonData }, index) =>
      Object.entries(secureJsonData).map(([name, from]) => secret(secureVariable(index, name), from.secret, from.key)),
    ),
    goMemoryLimit(resources),
  ]
}
