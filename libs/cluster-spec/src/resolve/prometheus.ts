import { usualExemplars } from '../defaults/prometheus.ts'
import type { ClusterInput } from '../schema/cluster.ts'
import type { PrometheusSpec } from '../spec.ts'
import { override } from './workload.ts'

/** Prometheus' settings; `true` switches on what is off by default. */
export function resolvePrometheus(base: PrometheusSpec, input: ClusterInput['prometheus']): PrometheusSpec {
  const { otlp, exemplars, ...rest } = input ?? {}
  return {
    ...override(base, rest),
    otlp: switched(otlp, base.otlp, {}),
    exemplars: switched(exemplars, base.exemplars, usualExemplars),
  }
}

function switched<T extends object>(
  input: Partial<T> | boolean | null | undefined,
  base: T | null,
  usual: T,
): T | null {
  if (input === undefined) return base
  if (input === false || input === null) return null
  return input === true ? usual : { ...usual, ...input }
}
