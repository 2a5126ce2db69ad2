import { z } from 'zod'
import { CheckFailure } from '../failure.ts'
import { json } from '../cluster/http.ts'
import type { Sample } from '../cluster/prom-api.ts'
import { messageOf } from '../cluster/until.ts'
import type { World } from '../world.ts'
import { interval, longestGap, type Losses, lossesOf, type Span } from './losses.ts'
import {
  type Answer,
  answersSince,
  everyMs,
  type Question,
  startReader,
  stopReader,
  timeoutMs,
  unanswered,
  type Way,
} from './reader.ts'

/** What the reader asks unless a fault says otherwise: 100 series of value 1, so that both a gap and a double show. */
const sum: Question = { expression: 'sum(e2e_constant)', value: 100 }

/** What writer and reader saw during a fault. */
export interface Measured {
  span: Span
  losses: Losses
  answers: readonly Answer[]
  failed: readonly Answer[]
  /** Answered, with another value than the one that is known. */
  wrong: readonly Answer[]
  /** Longest time without a sample in the series as people see it, in milliseconds. */
  gap: number
  /** How old the newest sample that could be read was at most, in milliseconds. */
  oldest: number
  /** What was done when, as lines of text. */
  notes: readonly string[]
}

/**
 * Samples and queries while something breaks. Samples are written by what the cluster has for it: Prometheus scrapes the
 * test's target every 5 s, and the target keeps a ledger. The reader is a pod that asks Query Frontend once a second.
 */
export class Traffic {
  /** Unix milliseconds. */
  readonly from = Date.now()
  readonly #world: World
  readonly #question: Question
  readonly #watch: NodeJS.Timeout
  readonly #notes: string[] = []
  #oldest = 0
  #unasked = ''

  private constructor(world: World, question: Question) {
    this.#world = world
    this.#question = question
    this.#watch = setInterval(() => {
      void this.#look()
    }, everyMs)
  }

  /** Starts the reader, and waits until both flow as they should. @throws CheckFailure when they do not */
  static async start(world: World, question: Question = sum, asks: Way = 'by name'): Promise<Traffic> {
    await startReader(world, question, asks)
    const begun = Date.now()
    await world.until(
      'the reader gets right answers, and each Prometheus scrapes the target',
      { seconds: 90 },
      async () => {
        const last = (await answersSince(world, begun)).toSorted((a, b) => a.time - b.time).slice(-3)
        if (last.length < 3 || !last.every((answer) => isRight(answer, question)))
          return { missing: `last answers: ${JSON.stringify(last)}` }
        const scrapers = new Set((await scrapesSince(world, Date.now() - 3 * interval)).map(({ from }) => from)).size
        return scrapers >= world.spec.prometheus.replicas ? { done: undefined } : { missing: `scraped by ${scrapers}` }
      },
    )
    return new Traffic(world, question)
  }

  /** Keeps what is done now, so that failed queries can be laid beside it. */
  note(text: string): void {
    this.#notes.push(`${new Date().toISOString()} ${text}`)
    this.#world.log(`    ${text}`)
  }

  /**
   * Waits until no query is waiting any more. Query asks its servers one after the other and waits up to 20 s for one that
   * has just vanished; a second fault meanwhile would be added to the first. Source: thanos, pkg/store/proxy.go, Series
   */
  async calm(): Promise<void> {
    await this.#world.until('no query is waiting', { seconds: (2 * timeoutMs) / 1000 }, async () => {
      const now = Date.now()
      // What is older has ended in any case: a gap there is a question that was not asked.
      const from = Math.max(this.from, now - timeoutMs - 2 * everyMs)
      const waiting = unanswered(
        (await answersSince(this.#world, from)).map(({ time }) => time),
        { from, to: now - 2 * everyMs },
      )
      return waiting === 0 ? { done: undefined } : { missing: `${waiting} are` }
    })
  }

  /** Ends the span, waits for everything that is still under way, and counts. */
  async measure(): Promise<Measured> {
    clearInterval(this.#watch)
    const span = { from: this.from, to: Date.now() }
    const answers = await this.#answers(span)
    const losses = await this.#losses(span)
    const samples = await this.#world.until('the series is answered as people see it', { seconds: 60 }, async () => {
      const { series } = await this.#world.query(`e2e_time_seconds[${seconds(span)}s]`, {
        time: span.to,
        with: { max_source_resolution: '0s' },
      })
      return { done: series.flatMap((one) => one.samples) }
    })
    return {
      span,
      losses,
      answers,
      oldest: this.#oldest,
      notes: this.#notes,
      failed: answers.filter(({ ok }) => !ok),
      wrong: answers.filter((answer) => answer.ok && !isRight(answer, this.#question)),
      gap: longestGap(samples, span),
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#watch)
    await stopReader(this.#world)
  }

  /** Queries that began in the span, once all of them have ended. */
  #answers(span: Span): Promise<Answer[]> {
    const ended = span.to + timeoutMs + 2 * everyMs
    return this.#world.until('all queries of the reader have ended', { seconds: timeoutMs / 1000 + 30 }, async () => {
      const all = (await answersSince(this.#world, span.from))
        .filter(({ time }) => time < span.to)
        .toSorted((a, b) => a.time - b.time)
      const waiting = unanswered(
        all.map(({ time }) => time),
        span,
      )
      // A reader that had no processor for a second has asked less often.
      return waiting === 0 || Date.now() > ended ? { done: all } : { missing: `${waiting} have not` }
    })
  }

  /** Scrapes of the span that cannot be read, once all can, or once no more come back. */
  async #losses(span: Span): Promise<Losses> {
    const unchanged = 30_000
    let least: { losses: Losses; since: number } | undefined
    return this.#world.until('samples have settled', { seconds: 240, every: 3 }, async () => {
      const losses = await readLosses(this.#world, span)
      if (losses.lost.length === 0) return { done: losses }
      if (least === undefined || losses.lost.length < least.losses.lost.length) least = { losses, since: Date.now() }
      return Date.now() - least.since > unchanged
        ? { done: least.losses }
        : { missing: `${losses.lost.length} slots are not readable` }
    })
  }

  /** How old the newest sample is that can be read now. Whether it can be asked at all is for the reader to count. */
  async #look(): Promise<void> {
    const begun = Date.now()
    try {
      const { series } = await this.#world.query('e2e_time_seconds', { time: begun, strict: false })
      const newest = Math.max(...series.flatMap(({ samples }) => samples.map(({ value }) => value * 1000)))
      if (Number.isFinite(newest)) this.#oldest = Math.max(this.#oldest, begun - newest)
      this.#unasked = ''
    } catch (error) {
      const reason = messageOf(error)
      // Without an API server each look would say the same.
      if (reason !== this.#unasked) this.#world.log(`    not asked how old the newest sample is: ${reason}`)
      this.#unasked = reason
    }
  }
}

/** @throws CheckFailure unless the ledger covers the span: a target that was restarted has forgotten it */
async function readLosses(world: World, span: Span): Promise<Losses> {
  const times = (await scrapesSince(world, span.from)).map(({ time }) => time)
  const first = Math.min(...times)
  if (first > span.from + 3 * interval)
    throw new CheckFailure('the target has forgotten scrapes: it was restarted, or nobody scraped')
  return lossesOf(times, await storedSamples(world, span), span)
}

/** Every sample that is left of the target, from all copies. */
async function storedSamples(world: World, span: Span): Promise<Sample[]> {
  const { series } = await world.query(`e2e_time_seconds[${seconds(span) + 10}s]`, {
    time: span.to + 10_000,
    with: { dedup: 'false', max_source_resolution: '0s' },
  })
  return series.flatMap(({ samples }) => samples)
}

const ledger = z.array(z.object({ time: z.number(), from: z.string(), userAgent: z.string() }))

/** Scrapes by any Prometheus, also by those whose pods are gone. */
async function scrapesSince(world: World, since: number): Promise<{ time: number; from: string }[]> {
  const entries = ledger.parse(
    await json(await world.fixture('target'), '/scrapes', { params: { since: Math.floor(since) } }),
  )
  return entries.filter(({ userAgent }) => userAgent.startsWith('Prometheus/'))
}

function isRight({ ok, series, value }: Answer, question: Question): boolean {
  return ok && series === 1 && value === question.value
}

function seconds({ from, to }: Span): number {
  return Math.ceil((to - from) / 1000)
}
