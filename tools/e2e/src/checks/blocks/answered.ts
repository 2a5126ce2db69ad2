import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import type { Probe } from '../../cluster/until.ts'
import { day, keptSpan, type Span } from '../../history/plan.ts'
import { shownLabels } from '../../history/producer.ts'
import { minuteOf, minutesMetric, onesMetric, type Sums, sumsOf, timesOf } from '../../history/samples.ts'
import type { World } from '../../world.ts'
import { onlyRaw, resolutions } from './compacted.ts'
import type { History } from './upload.ts'

/** The history is answered in full at each resolution, by Query Frontend. */
export async function answered(world: World, history: History): Promise<Figure[]> {
  const span = keptSpan(history.plan)
  const wanted = sumsOf(span)
  const found: string[] = []
  for (const resolution of resolutions) {
    const { samples } = await sumsBecome(world, history, span, resolution.parameter)
    found.push(`${samples} at ${resolution.name}`)
    await resolutionIs(world, history, resolution)
    await everyDay(world, history, span, resolution.parameter)
  }
  await everyRawSample(world, history, span)
  return [
    {
      what: 'samples of history in answers',
      value: found.join(', '),
      promised: `${wanted.samples} at each`,
    },
    {
      what: 'sum of their values',
      value: `${world.spec.store.shards > 1 ? 'as promised' : 'exact'} at ${resolutions.map(({ name }) => name).join(', ')}`,
      promised: world.spec.store.shards > 1 ? 'exact, but for a thousandth where shards mix resolutions' : 'exact',
    },
  ]
}

/** Waits until the answers of a span are the sums that its plan says: Query learns of Store's new times now and then. */
export async function sumsBecome(world: World, { run }: History, span: Span, resolution: string): Promise<Sums> {
  const wanted = sumsOf(span)
  return world.until(
    `the history adds up at resolution ${resolution}`,
    { seconds: 60, every: 2 },
    async (): Promise<Probe<Sums>> => {
      const got = await sums(world, run, span, resolution)
      return areThe(got, wanted, mixes(world, resolution) ? offAtMeetings.span : 0)
        ? { done: got }
        : { missing: `${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}` }
    },
  )
}

/**
 * Whether an answer has blocks of several resolutions in it. Shards of Store are by block: where raw data of a time is in
 * another shard than its 5m, that shard answers with raw data as well.
 */
const mixes = ({ spec }: World, resolution: string) => spec.store.shards > 1 && resolution !== onlyRaw

/**
 * How far answers may be off where data of two resolutions meet: a sample that stands for an hour is counted beside the
 * minutes that it stands for, or they are left out. Of 25,920 samples 3 were seen, and 3 of the 1,440 of a day.
 */
const offAtMeetings = { span: 0.001, day: 0.005 }

function areThe(got: Sums, wanted: Sums, off: number): boolean {
  const extremes = got.least === wanted.least && got.most === wanted.most
  return extremes && isNear(got.samples, wanted.samples, off) && isNear(got.sum, wanted.sum, off)
}

const isNear = (one: number, exact: number, off: number) => Math.abs(one - exact) <= exact * off

async function sums(world: World, run: string, span: Span, resolution: string): Promise<Sums> {
  const value = async (aggregation: string, metric: string) => {
    const expression = `${aggregation}_over_time(${metric}{run="${run}"}[${(span.to - span.from) / 1000}s])`
    const { series } = await world.query(expression, { time: span.to, with: { max_source_resolution: resolution } })
    expect(series.length === 1, `${series.length} series of ${expression} instead of one`)
    return series[0]?.samples[0]?.value ?? Number.NaN
  }
  // The number of samples is a sum of ones: of downsampled data, count_over_time would count the samples that were made.
  return {
    samples: await value('sum', onesMetric),
    sum: await value('sum', minutesMetric),
    least: await value('min', minutesMetric),
    most: await value('max', minutesMetric),
  }
}

/** The answer really is of that resolution, seen from how many samples a day has; with shards of Store, of that one at least. */
async function resolutionIs(
  world: World,
  { run, plan: { compacted } }: History,
  { name, parameter, samplesADay }: (typeof resolutions)[number],
): Promise<void> {
  const { series } = await world.query(`${onesMetric}{run="${run}"}[1d]`, {
    time: compacted.to,
    with: { max_source_resolution: parameter },
  })
  const samples = series[0]?.samples.length ?? 0
  const most = mixes(world, parameter) ? Math.max(...resolutions.map((one) => one.samplesADay)) : samplesADay
  expect(
    series.length === 1 && samples >= samplesADay && samples <= most,
    `a day at ${name} has ${samples} samples instead of ${samplesADay}`,
  )
}

/** The same for each day of a range, which Query Frontend splits and caches. */
async function everyDay(world: World, { run }: History, { from, to }: Span, resolution: string): Promise<void> {
  const expression = `sum_over_time(${onesMetric}{run="${run}"}[1d])`
  const { series } = await world.queryRange(expression, from + day, to, day / 1000, {
    with: { max_source_resolution: resolution },
  })
  const values = series[0]?.samples.map(({ value }) => value) ?? []
  const days = (to - from) / day
  const off = mixes(world, resolution) ? offAtMeetings.day : 0
  expect(
    series.length === 1 && values.length === days && values.every((value) => isNear(value, 1440, off)),
    `${expression} at ${resolution} over ${days} days is ${values.join(', ')}`,
    { 'query.txt': expression },
  )
}

/** Each single sample at its time with its value, as one series with the labels of the cluster. */
async function everyRawSample(world: World, { run, plan }: History, span: Span): Promise<void> {
  const { series } = await world.query(`${minutesMetric}{run="${run}"}[${(span.to - span.from) / 1000}s]`, {
    time: span.to,
    with: { max_source_resolution: onlyRaw },
  })
  const [only] = series
  expect(series.length === 1 && only !== undefined, `${series.length} series of history instead of one`)
  const labels = { __name__: minutesMetric, run, ...shownLabels(world.spec) }
  const text = (set: Record<string, string>) => Object.entries(set).toSorted().join(' ')
  expect(text(only.labels) === text(labels), `the history's labels are ${text(only.labels)} instead of ${text(labels)}`)
  const times = timesOf(span)
  const wrong = times.filter(
    (time, index) => only.samples[index]?.time !== time || only.samples[index].value !== minuteOf(time),
  )
  expect(
    wrong.length === 0 && only.samples.length === times.length,
    `${wrong.length} of ${times.length} samples are missing or wrong, first at ${new Date(wrong[0] ?? plan.compacted.from).toISOString()}`,
  )
}
