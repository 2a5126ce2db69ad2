import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../cluster/until.ts'
import { single } from '../cluster/prom-api.ts'
import type { World } from '../world.ts'

/** One evaluation of the reader. */
export interface Answer {
  /** Unix milliseconds at which it was asked. */
  time: number
  milliseconds: number
  /** null where the query failed, or gave other than one series. */
  sum: number | null
  error: string
}

const everyMilliseconds = 1000
/** An hour and a half at one a second: a reader that was forgotten ends by itself. */
const most = 5400

/**
 * Asks Query Frontend for the sum of the target's constant series, once a second, until it is stopped. Partial answers
 * count as failed, so the sum is right or there is none.
 */
export class Reader {
  readonly answers: Answer[] = []
  readonly #stopped = new AbortController()
  readonly #ended: Promise<void>

  constructor(world: World, expression = 'sum(e2e_constant)') {
    this.#ended = this.#run(world, expression)
  }

  async stop(): Promise<readonly Answer[]> {
    this.#stopped.abort()
    await this.#ended
    return this.answers
  }

  async #run(world: World, expression: string): Promise<void> {
    const { signal } = this.#stopped
    const running: Promise<void>[] = []
    while (!signal.aborted && running.length < most) {
      running.push(this.#ask(world, expression))
      await pause(everyMilliseconds, undefined, { signal }).catch(() => undefined)
    }
    await Promise.all(running)
  }

  async #ask(world: World, expression: string): Promise<void> {
    const time = Date.now()
    const done = (sum: number | null, error: string) => {
      this.answers.push({ time, milliseconds: Date.now() - time, sum, error })
    }
    await world.query(expression).then(answer => { done(single(answer), '') }).catch((error: unknown) => { done(null, messageOf(error)) })
  }
}
