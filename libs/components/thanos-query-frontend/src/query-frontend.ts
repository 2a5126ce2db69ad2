import type { QueryFrontendSpec } from '@thanos-fleet/cluster-spec'
import {
  autoscaler,
  type Built,
  cacheConfiguration,
  call,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  longestQuery,
  service,
  serviceAccount,
  thanosBytes,
  thanosContainer,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { goDuration, thanosQueryFrontend as frontendArgs } from '@thanos-fleet/flags'
import type { Json } from '@thanos-fleet/kubernetes'

const component = 'thanos-query-frontend'
const configName = 'thanos-query-frontend-cache'
const directory = '/etc/thanos/cache'
const fileName = 'response-cache.yaml'

/** Thanos Query Frontend: splits long queries by time, caches their results, and is what people and Grafana ask. */
export function thanosQueryFrontend(context: Context): Built {
  const { spec } = context
  const settings = spec.queryFrontend
  if (settings === null) return { objects: [], configs: [] }
  return {
    objects: [
      serviceAccount(spec, component),
      service(spec, component),
      deployment({
        spec,
        component,
        workload: component,
        settings,
        user: users.nobody,
        gracePeriod: 2 * longestQuery(spec),
        replicas: settings.replicas,
        autoscaling: settings.autoscaling,
        containers: [
          thanosContainer(context, component, settings, {
            args: args(context, settings),
            mounts: [{ name: 'cache', mountPath: directory, readOnly: true }],
          }),
        ],
        volumes: [{ name: 'cache', configMap: { name: configName } }],
      }),
      disruptionBudget(spec, component),
      ...(settings.autoscaling === null ? [] : [autoscaler(spec, component, settings.autoscaling)]),
    ],
    configs: [
      configFiles(spec, component, configName, { [fileName]: yamlText(responseCache(context, settings)) }, 'restart'),
    ],
  }
}

/** The cache of responses has keys of its own for memory, hence not those of Store's caches. */
function responseCache(context: Context, { cache }: QueryFrontendSpec): Json {
  if (cache.type === 'memcached') return cacheConfiguration(context, component, cache, '16Mi')
  return { type: 'IN-MEMORY', config: { max_size: thanosBytes(cache.maxSize), max_size_items: 0, validity: '24h' } }
}

function args(context: Context, settings: QueryFrontendSpec): string[] {
  return frontendArgs(
    {
      ...commonThanosFlags(settings),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'query-frontend.downstream-url': `http://${call(context, component, 'thanos-query', 'Query API')}`,
      'http-grace-period': `${longestQuery(context.spec)}s`,
      'query-frontend.compress-responses': true,
      'query-frontend.log-queries-longer-than': '10s',
      'query-range.split-interval': goDuration(settings.splitInterval),
      'query-range.align-range-with-step': true,
      'query-range.max-retries-per-request': 5,
      'query-range.response-cache-config-file': `${directory}/${fileName}`,
      'labels.split-interval': goDuration(settings.splitInterval),
      'labels.response-cache-config-file': `${directory}/${fileName}`,
    },
    settings.extraFlags,
  )
}
