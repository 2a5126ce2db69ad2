import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../cluster/until.ts'

/** What came of one question. */
export interface Answer<Value> {
  /** Unix milliseconds at which it was asked. */
  time: number
  milliseconds: number
  /** null where the query failed. */
  value: Value | null
  error: string
}

/** A reader that was forgotten ends by itself: an hour and a half at one question a second. */
const most = 5400

/** Asks again and again, until it is stopped. A slow answer does not keep the next question from being asked. */
export class Reader<Value> {
  readonly #answers: Answer<Value>[] = []
  readonly #stopped = new AbortController()
  readonly #ended: Promise<void>

  /** @param every milliseconds between two questions */
  constructor(ask: () => Promise<Value>, every: number) {
    this.#ended = this.#run(ask, every)
  }

  /** Ends it, once the last question has an answer. @returns all answers, in the order in which they came */
  async stop(): Promise<readonly Answer<Value>[]> {
    this.#stopped.abort()
    await this.#ended
    return this.#answers
  }

  async #run(ask: () => Promise<Value>, every: number): Promise<void> {
    const { signal } = this.#stopped
    const running: Promise<void>[] = []
    while (!signal.aborted && running.length < most) {
      running.push(this.#once(ask))
      await pause(every, undefined, { signal }).catch(() => undefined)
    }
    await Promise.all(running)
  }

  async #once(ask: () => Promise<Value>): Promise<void> {
    const time = Date.now()
    const done = (value: Value | null, error: string) => {
      this.#answers.push({ time, milliseconds: Date.now() - time, value, error })
    }
    await ask().then(
      (value) => {
        done(value, '')
      },
      (error: unknown) => {
        done(null, messageOf(error))
      },
    )
  }
}
