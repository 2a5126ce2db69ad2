import { type ClusterSpec, type DataSource, secureVariable, stackSource } from '@thanos-fleet/cluster-spec'
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
        ...stackSource,
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
      ...(context.spec.grafana?.dataSources ?? []).map(further),
    ],
  }
}

/** A data source of the cluster. What is secret reaches Grafana by variables, which it looks up itself. */
function further(source: DataSource, index: number): Json {
  const { basicAuthUser, jsonData, secureJsonData, ...fields } = source
  const secure = Object.keys(secureJsonData).map((key) => [key, `$${secureVariable(index, key)}`])
  return {
    ...fields,
    ...(basicAuthUser === undefined ? {} : { basicAuth: true, basicAuthUser }),
    editable: false,
    ...(Object.keys(jsonData).length === 0 ? {} : { jsonData }),
    ...(secure.length === 0 ? {} : { secureJsonData: Object.fromEntries(secure) }),
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
