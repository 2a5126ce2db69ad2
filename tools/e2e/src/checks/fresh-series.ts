import { modes } from '@thanos-fleet/cluster-spec'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import type { QueryAnswer, Series } from '../cluster/prom-api.ts'
import type { Span } from '../history/plan.ts'
import { shownLabels } from '../history/producer.ts'
import type { World } from '../world.ts'
import { byPrometheus, copiesOf, longestGap } from './fresh-series/copies.ts'
import { delayOfNext } from './fresh-series/delay.ts'
import { freshPath } from './fresh-series/fresh-path.ts'
import { compare, type Scrape } from './fresh-series/ledger.ts'
import { scrapedSpan, scrapeInterval, settled } from './fresh-series/span.ts'

const selector = '{job="e2e-target"}'

export const check: Check = {
  name: 'fresh-series',
  title:
    "A series that several Prometheus scrape is one series with the cluster's labels in Query Frontend, with every sample, and counted once.",
  modes,
  beside: true,
  counterProof: {
    mode: 'sidecar-mode',
    breaks: 'Query is not told by which label replicas differ',
    patch: 'fresh-series.yaml',
    fails: /\d series of e2e_time_seconds instead of one/,
  },
  async run(world) {
    const { span, ledger } = await scrapedSpan(world)
    return [
      ...(await oneSeries(world, span)),
      ...(await everySample(world, span, ledger)),
      ...(await countedOnce(world, span)),
      ...(await freshPath(world)),
      ...(await delay(world)),
    ]
  },
}

/** One series, with the external labels and without any label of a replica, and no gap in it. */
async function oneSeries(world: World, span: Span): Promise<Figure[]> {
  const found = await samplesOf(world, span, true)
  const evidence = evidenceOf('e2e_time_seconds', found)
  const [series] = found.series
  expect(
    series !== undefined && found.series.length === 1,
    `${found.series.length} series of e2e_time_seconds instead of one`,
    evidence,
  )
  const labels = {
    __name__: 'e2e_time_seconds',
    job: 'e2e-target',
    instance: 'target.e2e.svc:8080',
    ...shownLabels(world.spec),
  }
  expect(
    textOf(series.labels) === textOf(labels),
    `the labels are ${textOf(series.labels)} instead of ${textOf(labels)}`,
  )
  const gap = longestGap(series.samples, span.from, span.to)
  // One sample may fall out where Query goes from one replica to another.
  expect(gap <= 3 * scrapeInterval, `${gap / 1000} s without a sample`, evidence)
  return [
    { what: 'series', value: '1', promised: '1' },
    {
      what: 'longest time without a sample',
      value: `${(gap / 1000).toFixed(1)} s`,
      promised: `${(3 * scrapeInterval) / 1000} s`,
    },
  ]
}

/** Each scrape that the target served is a sample, of the Prometheus that scraped. */
async function everySample(world: World, span: Span, ledger: readonly Scrape[]): Promise<Figure[]> {
  const found = await samplesOf(world, span, false)
  const evidence = { ...evidenceOf('e2e_time_seconds', found), 'ledger.json': JSON.stringify(ledger) }
  const copies = copiesOf(world.spec)
  expect(
    found.series.length === copies,
    `${found.series.length} copies of e2e_time_seconds instead of ${copies}`,
    evidence,
  )
  const samples = byPrometheus(found.series)
  const compared = [...Map.groupBy(ledger, ({ pod }) => pod)].map(([pod, own]) => ({
    pod,
    ...compare(
      own.map(({ time }) => time),
      samples.get(pod) ?? [],
      span,
    ),
  }))
  for (const { pod, missing, foreign, skew } of compared) {
    expect(
      missing.length === 0,
      `${missing.length} scrapes by ${pod} are no samples: ${missing
        .slice(0, 3)
        .map((time) => new Date(time).toISOString())
        .join(', ')}`,
      evidence,
    )
    expect(foreign.length === 0, `${foreign.length} samples of ${pod} that no scrape explains`, evidence)
    expect(skew < 1000, `a sample of ${pod} is ${skew} ms from the time of its scrape`, evidence)
  }
  const expected = compared.reduce((sum, { scrapes }) => sum + scrapes, 0)
  const stored = found.series
    .flatMap((series) => series.samples)
    .filter(({ time }) => time >= span.from && time < span.to).length
  return [
    { what: 'scrapes served and found as samples', value: `${expected} of ${expected}` },
    { what: 'copies of the series', value: `${copies} with ${stored} samples`, promised: String(copies) },
    {
      what: "sample against the target's clock",
      value: `${Math.round(Math.max(...compared.map(({ skew }) => skew)))} ms at most`,
      promised: '1000 ms',
    },
  ]
}

/** Sums and rates are those of the target, however many replicas and stores have a copy. */
async function countedOnce(world: World, { from, to }: Span): Promise<Figure[]> {
  const sum = `sum(e2e_constant${selector})`
  const [now] = (await world.query(sum)).series
  expect(now?.samples[0]?.value === 100, `${sum} is ${String(now?.samples[0]?.value)} instead of 100`)
  const range = await world.queryRange(sum, from, to, 5)
  const values = range.series.flatMap(({ samples }) => samples.map(({ value }) => value))
  const wrong = values.filter((value) => value !== 100)
  const points = Math.floor((to - from) / 5000)
  expect(
    wrong.length === 0,
    `${sum} is ${wrong.slice(0, 5).join(', ')} at ${wrong.length} of ${values.length} evaluations`,
    evidenceOf(sum, range),
  )
  expect(values.length >= points, `${sum} has ${values.length} points instead of ${points}`, evidenceOf(sum, range))
  const rate = `rate(e2e_counter_total${selector}[1m])`
  const [counter] = (await world.query(rate, { time: to })).series
  const perSecond = counter?.samples[0]?.value ?? Number.NaN
  expect(Math.abs(perSecond - 1) < 0.05, `${rate} is ${perSecond} instead of 1`)
  return [
    {
      what: 'sum(e2e_constant)',
      value: `100 at ${values.length + 1} of ${values.length + 1} evaluations`,
      promised: '100',
    },
    { what: 'rate(e2e_counter_total)', value: perSecond.toFixed(3), promised: '1' },
  ]
}

async function delay(world: World): Promise<Figure[]> {
  const delays = [await delayOfNext(world), await delayOfNext(world), await delayOfNext(world)]
  return [
    {
      what: 'from scrape to answer',
      value: `${delays.map((milliseconds) => (milliseconds / 1000).toFixed(1)).join(', ')} s`,
    },
  ]
}

/** Samples as they were stored, from some seconds before the span to some after. */
function samplesOf(world: World, { from, to }: Span, dedup: boolean): Promise<QueryAnswer> {
  const seconds = Math.ceil((to - from + 2 * settled) / 1000)
  return world.query(`e2e_time_seconds${selector}[${seconds}s]`, {
    time: to + settled,
    with: { dedup: String(dedup), max_source_resolution: '0s' },
  })
}

function textOf(labels: Series['labels']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

function evidenceOf(expression: string, answer: QueryAnswer): Record<string, string> {
  return { 'query.txt': expression, 'answer.json': JSON.stringify(answer, null, 1) }
}
