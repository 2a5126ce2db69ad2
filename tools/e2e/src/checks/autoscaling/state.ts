import type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node'
import { nameOf } from '../../cluster/kube.ts'

/** What an autoscaler says of itself. */
export interface AutoscalerState {
  /** Such as `thanos-query: cpu 12% of 80%, 3 pods of 3 to 6`. */
  text: string
  /** Why it does not scale; null: it does. */
  problem: string | null
}

/** Reads the status of an autoscaler by processor. */
export function stateOf(autoscaler: V2HorizontalPodAutoscaler): AutoscalerState {
  const { spec, status } = autoscaler
  const name = nameOf(autoscaler)
  const active = (status?.conditions ?? []).find(({ type }) => type === 'ScalingActive')
  const current = status?.currentMetrics?.[0]?.resource?.current?.averageUtilization
  const target = spec?.metrics?.[0]?.resource?.target?.averageUtilization
  const text = `${name}: cpu ${current ?? '?'}% of ${target ?? '?'}%, ${status?.currentReplicas ?? 0} pods of ${spec?.minReplicas ?? 1} to ${spec?.maxReplicas ?? 0}`
  if (active?.status !== 'True') return { text, problem: `${name}: ${active?.message ?? 'has not looked yet'}` }
  return { text, problem: current === undefined ? `${name}: has no value yet` : null }
}
