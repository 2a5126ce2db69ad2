import type { Tracing } from '@thanos-fleet/cluster-spec'
import type { ComponentName } from '@thanos-fleet/connections'
import type { Json } from '@thanos-fleet/kubernetes'

/**
 * The configuration of traces for a component of Thanos, as JSON, which is YAML. Prometheus and Alertmanager know one way to
 * sample, by the caller and else by a share; Thanos is told the same, so that a trace is whole or not there.
 * Source of the keys: pkg/tracing/otlp/config_yaml.go
 */
export function thanosTracing(settings: Tracing, component: ComponentName): string {
  const { endpoint, clientType, insecure, samplingFraction } = settings
  return JSON.stringify({
    type: 'OTLP',
    config: {
      client_type: clientType,
      service_name: component,
      endpoint,
      ...(insecure ? { insecure } : {}),
      sampler_type: 'parentbasedtraceidratiobased',
      sampler_param: String(samplingFraction),
    },
  })
}

/**
 * The section `tracing` of the files of Prometheus and Alertmanager, which have it alike; none where there are no traces.
 * Sources: config/config.go of Prometheus, tracing/config.go of Alertmanager
 */
export function tracingSection({ tracing }: { tracing: Tracing | null }): { tracing?: Json } {
  if (tracing === null) return {}
  const { endpoint, clientType, insecure, samplingFraction } = tracing
  return {
    tracing: {
      client_type: clientType,
      endpoint,
      sampling_fraction: samplingFraction,
      ...(insecure ? { insecure } : {}),
    },
  }
}
