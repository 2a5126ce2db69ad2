import { ownTarget } from '../addresses/own.ts'
import { tracingCollector } from '../addresses/said.ts'
import type { Finding } from '../finding.ts'
import type { Check } from './check.ts'

/** Query reads what the stack has anyway. Twice the same series is only slow; itself it would ask without an end. */
export const furtherEndpoints: Check = (spec) =>
  spec.query.extraEndpoints.flatMap((text, index): Finding[] => {
    const [component] = ownTarget(spec, text, 10_901)?.components ?? []
    if (component === undefined) return []
    return [
      {
        code: 'endpoint-of-stack',
        path: ['query', 'extraEndpoints', index],
        message: `query.extraEndpoints[${index}]: ${component} is a part of this stack`,
        remedy: 'remove it; Query reads every StoreAPI of the stack anyway',
      },
    ]
  })

/** Nothing of the stack takes traces: Prometheus takes metrics by OTLP, and no spans. */
export const collectorElsewhere: Check = (spec) =>
  tracingCollector(spec).flatMap((text): Finding[] => {
    const [component] = ownTarget(spec, text, 4317)?.components ?? []
    if (component === undefined) return []
    return [
      {
        code: 'endpoint-of-stack',
        path: ['tracing', 'endpoint'],
        message: `tracing.endpoint: ${component} is a part of this stack, and takes no traces`,
        remedy: 'write the address of a collector: otel-collector.observability.svc:4317',
      },
    ]
  })
