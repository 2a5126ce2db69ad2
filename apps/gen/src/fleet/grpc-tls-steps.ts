import { isProduction } from '@thanos-fleet/catalog'
import { type ClusterSpec, grpcTlsSteps } from '@thanos-fleet/cluster-spec'
import type { Last } from '../files/last.ts'
import type { RefusedChange } from './refused-change.ts'

/** From gRPC in the clear to TLS. Of neighbours, pods of both can run beside each other, as they do while they are replaced. */
const order: readonly string[] = ['off', ...grpcTlsSteps, 'on']

/** Which of them a cluster has, as `.generated` says it. */
export function grpcTlsState({ grpcTls }: Pick<ClusterSpec, 'grpcTls'>): string {
  return grpcTls === null ? 'off' : (grpcTls.step ?? 'on')
}

/** Whether `grpcTlsState` can have given a value; an earlier version gave none. */
export function isGrpcTlsState(value: unknown): boolean {
  return value === undefined || order.some((state) => state === value)
}

/**
 * Refuses to switch TLS of gRPC on or off at once: while pods are replaced, those of one kind would not understand those of
 * the other. A folder that an earlier version generated does not say what the cluster had; it is taken as it is.
 */
export function refuseGrpcTlsSkip(last: Last, spec: ClusterSpec): RefusedChange | null {
  if (last.kind !== 'said' || !isProduction(spec.mode)) return null
  const [before, after] = [String(last.state['grpcTls']), grpcTlsState(spec)]
  const [start, end] = [order.indexOf(before), order.indexOf(after)]
  if (start === -1 || Math.abs(end - start) <= 1) return null
  const next = order[start + Math.sign(end - start)] ?? after
  return {
    code: 'grpc-tls-step-skipped',
    path: ['grpcTls'],
    message:
      `grpcTls was ${named(before)} when the cluster was generated last, and is ${named(after)} now:` +
      ' while pods are replaced, Query would lose those of the other kind',
    remedy: `write ${named(next)} first, and wait until all pods are replaced; for a cluster that was never deployed, generate with --force`,
  }
}

function named(state: string): string {
  return state === 'off' || state === 'on' ? state : `step: ${state}`
}
