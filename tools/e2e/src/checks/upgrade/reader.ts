import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../../cluster/until.ts'

/** What a reader saw from the time it was started until it was stopped. */
export interface Readings {
  queries: number
  /** When each failed, and how: no answer, an error, or another value. */
  failures: { time: Date; message: string }[]
  /** The longest time that one took, in milliseconds. */
  slowest: number
}

/** Asks again and again, two times a second, as long as it is not stopped. A slow answer does not keep the next from being asked. */
export class Reader {
  readonly #ask: () => Promise<string>
  readonly #expected: string
  readonly #readings: Readings = { queries: 0, failures: [], slowest: 0 }
  readonly #underWay = new Set<Promise<void>>()
  readonly #stopped = new AbortController()
  readonly #loop: Promise<void>

  /**
   * @param ask one query; what it answers must be `expected` each time
   * @param every milliseconds between two queries
   */
  constructor(ask: () => Promise<string>, expected: string, every = 500) {
    this.#ask = ask
    this.#expected = expected
    this.#loop = this.#run(every)
  }

  /** Ends it, once the last query has an answer. */
  async stop(): Promise<Readings> {
    this.#stopped.abort()
    await this.#loop
    await Promise.all(this.#underWay)
    return this.#readings
  }

  async #run(every: number): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const one = this.#once().finally(() => this.#underWay.delete(one))
      this.#underWay.add(one)
      await pause(every, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
    }
  }

  async #once(): Promise<void> {
    const begun = new Date()
    this.#readings.queries++
    const failure = await this.#ask().then(
      answer => answer === this.#expected ? null : `answered ${answer.slice(0, 300)} instead of ${this.#expected}`, messageOf)
    this.#readings.slowest = Math.max(this.#readings.slowest, Date.now() - begun.getTime())
    if (failure !== null) this.#readings.failures.push({ time: begun, message: failure })
  }
}
