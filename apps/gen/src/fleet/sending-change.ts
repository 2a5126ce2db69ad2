import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { Last } from '../files/last.ts'
import type { RefusedChange } from './refused-change.ts'

/** To which cluster one sends, as `.generated` says it; null: to none. */
export function sendingState({ sendsTo }: Pick<ClusterSpec, 'sendsTo'>): string | null {
  return sendsTo
}

/** Whether `sendingState` can have given a value; an earlier version gave none, and knew no such clusters. */
export function isSendingState(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

/**
 * Refuses to turn a cluster with data of its own into one that sends, and back: Receive, Store and Compact go at once with the
 * volumes and the bucket that only they know, and nobody reads any more what is there. To send to another cluster than before loses
 * nothing: what was sent stays where it is.
 */
export function refuseSendingChange(last: Last, spec: ClusterSpec): RefusedChange | null {
  if (last.kind !== 'said') return null
  const [before, after] = [last.state['sendsTo'] ?? null, sendingState(spec)]
  if ((before === null) === (after === null)) return null
  return {
    code: 'data-left-behind',
    path: ['sendsTo'],
    message:
      after === null
        ? `${spec.name} sent to ${String(before)} when it was generated last: what is there would not be read here`
        : `${spec.name} kept its samples itself when it was generated last: nobody would read its bucket and its volumes any more`,
    remedy:
      `put back what was there, and give the other kind a cluster of its own beside it until the old samples have expired;` +
      ` where ${spec.name} was never deployed, generate with --force`,
  }
}
