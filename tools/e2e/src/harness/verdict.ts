import type { Figure } from '../check.ts'
import { CheckFailure } from '../failure.ts'
import type { Fault } from './fault.ts'
import type { Measured } from './traffic.ts'

/** What was measured, beside what was promised. */
export function figuresOf({ promise }: Fault, { losses, answers, failed, wrong, gap, oldest }: Measured): Figure[] {
  return [
    { what: 'samples lost', value: `${losses.lost.length} of ${losses.slots}`, promised: atMost(promise.lostSamples) },
    { what: 'queries failed', value: `${failed.length} of ${answers.length}`, promised: atMost(promise.failedQueries) },
    { what: 'wrong sums', value: String(wrong.length), promised: '0' },
    {
      what: 'right answers with a warning',
      value: String(
        answers.filter(({ ok, partial }) => ok && partial).length - wrong.filter(({ partial }) => partial).length,
      ),
    },
    { what: 'samples of single Prometheus lost', value: `${losses.lostScrapes} of ${losses.scrapes}` },
    { what: 'longest time without a sample', value: secondsText(gap) },
    { what: 'newest sample, at its oldest', value: secondsText(oldest) },
    { what: 'slowest query', value: secondsText(Math.max(0, ...answers.map(({ ms }) => ms))) },
  ]
}

/** @throws CheckFailure with the queries and slots in question when the promise was not kept */
export function expectKept({ promise }: Fault, { losses, failed, wrong, notes }: Measured): void {
  const broken = [
    ...(losses.lost.length > promise.lostSamples
      ? [`${losses.lost.length} samples lost, promised ${atMost(promise.lostSamples)}`]
      : []),
    ...(failed.length > promise.failedQueries
      ? [`${failed.length} queries failed, promised ${atMost(promise.failedQueries)}`]
      : []),
    ...(wrong.length > 0 ? [`${wrong.length} wrong sums`] : []),
  ]
  if (broken.length === 0) return
  throw new CheckFailure(broken.join('; '), {
    'notes.txt': notes.join('\n'),
    'lost.txt': losses.lost.map((time) => new Date(time).toISOString()).join('\n'),
    'queries.json': JSON.stringify([...failed, ...wrong], null, 1),
  })
}

export function atMost(count: number): string {
  return count === 0 ? '0' : `at most ${count}`
}

function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
