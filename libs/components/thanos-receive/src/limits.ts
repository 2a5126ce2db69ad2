import type { TenantLimits } from '@thanos-fleet/cluster-spec'
import { call, type Context, yamlText } from '@thanos-fleet/authoring'
import { callees } from '@thanos-fleet/connections'
import type { Json } from '@thanos-fleet/kubernetes'

/**
 * What one tenant may send, as routers read it. A limit of 0 is none.
 * Source: https://thanos.io/tip/components/receive.md/#limits--gates-experimental
 */
export function limitsText(context: Context): string {
  const { limits } = context.spec.receive
  return yamlText({
    write: {
      ...(callees(context.facts, 'thanos-receive-router', 'Query API').length > 0
        ? { global: seriesCount(context) }
        : {}),
      default: tenant(limits.default),
      tenants: Object.fromEntries(
        Object.entries(limits.tenants).map(([name, limit]) => [name, tenant({ ...limits.default, ...limit })]),
      ),
    },
  })
}

/** Where routers ask how many active series a tenant has: each once, although ingestors have several copies. */
function seriesCount(context: Context): Json {
  const { replicationFactor } = context.spec.receive
  return {
    meta_monitoring_url: `http://${call(context, 'thanos-receive-router', 'thanos-query', 'Query API')}`,
    meta_monitoring_limit_query:
      'sum(prometheus_tsdb_head_series{job="thanos-receive-ingestor"}) by (tenant)' +
      (replicationFactor === 1 ? '' : ` / ${replicationFactor}`),
  }
}

function tenant({ requestBytes, requestSeries, requestSamples, headSeries }: TenantLimits): Json {
  return {
    request: { size_bytes_limit: requestBytes, series_limit: requestSeries, samples_limit: requestSamples },
    head_series_limit: headSeries,
  }
}
