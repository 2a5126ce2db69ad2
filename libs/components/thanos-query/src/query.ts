import {
  alertQueryUrl,
  autoscaler,
  type Built,
  commonThanosFlags,
  configFiles,
  type Context,
  deployment,
  disruptionBudget,
  dnsInterval,
  grpcServerFlags,
  grpcTlsMount,
  identityMount,
  longestQuery,
  queryReplicaLabels,
  readLimitFlags,
  service,
  serviceAccount,
  thanosContainer,
  users,
  yamlText,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { thanosQuery as queryArgs } from '@thanos-fleet/flags'
import { endpoints } from './endpoints.ts'

const component = 'thanos-query'
const configName = 'thanos-query-endpoints'
const directory = '/etc/thanos/endpoints'
const fileName = 'endpoints.yaml'

/**
 * Whether Query knows any StoreAPI: without one, this is an error for whoever takes no partial response. `/-/ready` is true
 * after one look at the StoreAPIs, whatever came of it, and a Query that knows none answers every query with nothing. None
 * of them is asked, since none has this address, so that no other server decides about this one; and `query.max-concurrent`
 * does not count series, so that many queries do not either. Source: pkg/store/proxy.go, ErrorNoStoresAvailable
 */
const knowsStoreApis = `/api/v1/series?${new URLSearchParams({
  'match[]': 'up',
  'storeMatch[]': '{__address__="none"}',
  partial_response: 'false',
}).toString()}`

/** Thanos Query: one view of all series, with the copies of replicas removed. It finds StoreAPIs by one watched file. */
export function thanosQuery(context: Context): Built {
  const { spec } = context
  const tls = grpcTlsMount(spec, spec.grpcTls !== null)
  const others = identityMount({ identity: spec.links.reads.length === 0 ? null : spec.identity })
  const settings = spec.query
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
        // Twice the longest query, so that those under way end well.
        gracePeriod: 2 * longestQuery(spec),
        replicas: settings.replicas,
        autoscaling: settings.autoscaling,
        containers: [
          thanosContainer(context, component, settings, {
            args: args(context),
            mounts: [{ name: 'endpoints', mountPath: directory, readOnly: true }, ...tls.mounts, ...others.mounts],
            ready: knowsStoreApis,
          }),
        ],
        volumes: [{ name: 'endpoints', configMap: { name: configName } }, ...tls.volumes, ...others.volumes],
      }),
      disruptionBudget(spec, component),
      ...(settings.autoscaling === null ? [] : [autoscaler(spec, component, settings.autoscaling)]),
    ],
    configs: [configFiles(spec, component, configName, { [fileName]: yamlText(endpoints(context)) }, 'reload')],
  }
}

function args({ spec }: Context): string[] {
  return queryArgs(
    {
      ...commonThanosFlags(spec, component, spec.query),
      'grpc-address': `0.0.0.0:${port(component, 'grpc')}`,
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      ...grpcServerFlags(spec),
      'endpoint.sd-config-file': `${directory}/${fileName}`,
      'endpoint.sd-config-reload-interval': '30s',
      'store.sd-dns-interval': `${dnsInterval}s`,
      'query.replica-label': queryReplicaLabels(spec),
      'query.auto-downsampling': true,
      'query.timeout': spec.query.timeout,
      'http-grace-period': `${longestQuery(spec)}s`,
      'query.max-concurrent': spec.query.maxConcurrent,
      'query.max-concurrent-select': spec.query.maxConcurrentSelect,
      ...readLimitFlags(spec.query.limits),
      ...alertQueryUrl(spec),
    },
    spec.query.extraFlags,
  )
}
