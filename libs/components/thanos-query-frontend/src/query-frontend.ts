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
import { type Json, seconds } from '@thanos-fleet/kubernetes'

const component = 'thanos-query-frontend'
const configName = 'thanos-query-frontend-cache'
const directory = '/etc/thanos/cache'
const fileName = 'response-cache.yaml'
const downstreamFile = 'downstream.yaml'

/**
 * How long Query Frontend lives without Query, in seconds: it keeps its place in Services, and its connections. It looks up
 * the name of Query for each new connection, so that all frontends at once take Query for lost when it is cluster DNS
 * that is; connections that are open already go on working. 5 minutes are what Kubernetes waits until it moves a name server
 * from a node that is lost. Source: https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
const withoutQuery = 300

/**
 * Connections to Query that are kept for further requests. Two, the default of Go, are used up in 20 s by the program's own
 * checks of Query, each of which closes one (cmd/thanos/query_frontend.go); 100 is what it has for all hosts together.
 */
const downstream: Json = { max_idle_conns_per_host: 100, idle_conn_timeout: `${withoutQuery / 60}m` }

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
            unreadySeconds: withoutQuery,
          }),
        ],
        volumes: [{ name: 'cache', configMap: { name: configName } }],
      }),
      disruptionBudget(spec, component),
      ...(settings.autoscaling === null ? [] : [autoscaler(spec, component, settings.autoscaling)]),
    ],
    configs: [
      configFiles(
        spec,
        component,
        configName,
        { [fileName]: yamlText(responseCache(context, settings)), [downstreamFile]: yamlText(downstream) },
        'restart',
      ),
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
      ...commonThanosFlags(context.spec, component, settings),
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      'query-frontend.downstream-url': `http://${call(context, component, 'thanos-query', 'Query API')}`,
      'query-frontend.downstream-tripper-config-file': `${directory}/${downstreamFile}`,
      'http-grace-period': `${longestQuery(context.spec)}s`,
      'query-frontend.compress-responses': true,
      'query-frontend.log-queries-longer-than': '10s',
      'query-range.split-interval': goDuration(settings.splitInterval),
      'query-range.align-range-with-step': true,
      'query-range.max-retries-per-request': 5,
      'query-range.max-query-parallelism': settings.maxParallelism,
      ...(seconds(settings.maxQueryLength) === 0
        ? {}
        : { 'query-range.max-query-length': goDuration(settings.maxQueryLength) }),
      'query-range.response-cache-config-file': `${directory}/${fileName}`,
      'labels.max-query-parallelism': settings.maxParallelism,
      'labels.split-interval': goDuration(settings.splitInterval),
      'labels.response-cache-config-file': `${directory}/${fileName}`,
    },
    settings.extraFlags,
  )
}
