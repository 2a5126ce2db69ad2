import { setTimeout as pause } from 'node:timers/promises'
import { CheckFailure } from '../failure.ts'

/** What a probe found: done with a value, or what is still missing. */
export type Probe<Value> = { done: Value } | { missing: string }

export interface Patience {
  /** Seconds after which it is a failure. */
  seconds: number
  /** Seconds between two looks; default 1. */
  every?: number
}

/**
 * Waits for a condition, looking again and again until it holds. An exception of the probe counts as "not yet": a
 * server that restarts answers nothing.
 * @throws CheckFailure with what was missing last, when the time is over
 */
export async function until<Value>(
  what: string,
  { seconds, every = 1 }: Patience,
  probe: () => Promise<Probe<Value>>,
): Promise<Value> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await probe().catch((error: unknown): Probe<Value> => ({ missing: messageOf(error) }))
    if ('done' in found) return found.done
    if (Date.now() >= end) throw new CheckFailure(`not within ${seconds} s: ${what}; ${found.missing}`)
    await pause(every * 1000)
  }
}

/** The message of whatever was thrown, with its cause, which Node's fetch hides there. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
