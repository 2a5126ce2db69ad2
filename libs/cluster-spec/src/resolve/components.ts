import type { ClusterInput } from '../schema/cluster.ts'
import type { AlertmanagerSpec, CompactSpec, ExternalAlertmanagers, QueryFrontendSpec, ReceiveSpec } from '../spec.ts'
import { override, overrideReader, resolveAutoscaling } from './workload.ts'

/** Compact's settings; retention per resolution is merged, so that one of the three may be given alone. */
export function resolveCompact(base: CompactSpec, input: ClusterInput['compact']): CompactSpec {
  return { ...override(base, input), retention: { ...base.retention, ...input?.retention } }
}

/** The section of a component that is switched on. */
type SectionOf<Name extends keyof ClusterInput> = Exclude<ClusterInput[Name], boolean | null>

/** Query Frontend's settings; its autoscaling begins with the replicas. */
export function resolveQueryFrontend(base: QueryFrontendSpec, input: SectionOf<'queryFrontend'>): QueryFrontendSpec {
  const settings = override(base, input)
  return { ...settings, autoscaling: resolveAutoscaling(base.autoscaling, settings.replicas, input?.autoscaling) }
}

/** Alertmanager's settings; receivers of one's own also replace the default one, by the first of them. */
export function resolveAlertmanager(base: AlertmanagerSpec, input: SectionOf<'alertmanager'>): AlertmanagerSpec {
  const { external: _elsewhere, ...own } = input ?? {}
  const defaultReceiver = own.defaultReceiver ?? own.receivers?.[0]?.name ?? base.defaultReceiver
  return { ...override(base, own), defaultReceiver }
}

/** The Alertmanagers that others run, if the section names some. */
export function externalOf(input: ClusterInput['alertmanager']): ExternalAlertmanagers | null {
  return typeof input === 'object' && input !== null ? (input.external ?? null) : null
}

/** Receive's settings; limits are merged, so that one of them may be given alone. */
export function resolveReceive(base: ReceiveSpec, input: ClusterInput['receive']): ReceiveSpec {
  if (input === undefined) return base
  const router = override(base.router, input.router)
  return {
    ...base,
    ...input,
    router: {
      ...router,
      autoscaling: resolveAutoscaling(base.router.autoscaling, router.replicas, input.router?.autoscaling),
    },
    edge: override(base.edge, input.edge),
    ingestor: overrideReader(base.ingestor, input.ingestor),
    limits: {
      default: { ...base.limits.default, ...input.limits?.default },
      tenants: input.limits?.tenants ?? base.limits.tenants,
    },
  }
}
