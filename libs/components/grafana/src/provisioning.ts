import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { callOne, type Context, longestQuery, waitForQuery } from '@thanos-fleet/authoring'
import type { Json } from '@thanos-fleet/kubernetes'

export const dashboardsDirectory = '/var/lib/grafana-dashboards'
export const extraDashboardsDirectory = '/var/lib/grafana-extra-dashboards'

/** The data source that every dashboard names: Query Frontend, which sees all clusters and caches. */
export function dataSources(context: Context): Json {
  return {
    apiVersion: 1,
    prune: true,
    datasources: [
      {
        name: 'Thanos',
        uid: 'thanos',
        type: 'prometheus',
        access: 'proxy',
        url: `http://${callOne(context, 'grafana', 'Query API')}`,
        isDefault: true,
        editable: false,
        jsonData: {
          httpMethod: 'POST',
          prometheusType: 'Thanos',
          timeInterval: context.spec.prometheus.scrapeInterval,
          queryTimeout: `${longestQuery(context.spec)}s`,
          timeout: waitForQuery(context.spec),
        },
      },
    ],
  }
}

/** Dashboards are files that Grafana reads again when they change; those of the cluster's folder have their own provider. */
export function dashboardProviders({ extra }: ClusterSpec): Json {
  return {
    apiVersion: 1,
    providers: [
      provider('thanos-fleet', dashboardsDirectory),
      ...(extra.dashboards.length === 0 ? [] : [provider('extra', extraDashboardsDirectory)]),
    ],
  }
}

function provider(name: string, path: string): Json {
  return {
    name,
    type: 'file',
    allowUiUpdates: false,
    disableDeletion: true,
    updateIntervalSeconds: 30,
    options: { path, foldersFromFilesStructure: false },
  }
}

/** Grafana's own settings; the password is not among them. */
export function settings(spec: ClusterSpec): string {
  const host = spec.ingress?.hosts.grafana ?? null
  return [
    '[server]',
    ...(host === null ? [] : [`domain = ${host}`, `root_url = https://${host}/`]),
    // By default 30 s. Source: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#dataproxy
    '[dataproxy]',
    `timeout = ${waitForQuery(spec)}`,
    '[analytics]',
    'reporting_enabled = false',
    'check_for_updates = false',
    'check_for_plugin_updates = false',
    '[users]',
    'allow_sign_up = false',
    '[auth.anonymous]',
    'enabled = false',
    '[security]',
    'disable_gravatar = true',
    'cookie_secure = true',
    'strict_transport_security = true',
    '[log]',
    'mode = console',
    '[metrics]',
    'enabled = true',
    '',
  ].join('\n')
}
