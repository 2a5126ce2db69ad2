import { substitute } from '@thanos-fleet/dashboards'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import { z } from 'zod'
import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import { json } from '../../cluster/http.ts'
import type { QueryAnswer } from '../../cluster/prom-api.ts'
import { messageOf } from '../../cluster/until.ts'
import type { World } from '../../world.ts'
import { type Peculiarity, reasonFor } from './absent.ts'
import { type Asked, type Dashboard, dashboardsIn } from './dashboards.ts'
import { paced } from './pace.ts'
import { waitingFor } from './patience.ts'
import { pace } from './paces.ts'

/** Milliseconds that panels show here: enough for rates, and little to read. */
const shown = 600_000
/** Seconds between two points. */
const step = 30

/** What came of a panel's query. */
export interface Shown extends Asked {
  /** The query as it was sent. */
  sent: string
  outcome: 'data' | 'none' | { error: string }
}

/** Every query of every dashboard returns data, or its absence has a reason in absent.ts. @throws CheckFailure */
export async function everyPanel(world: World, peculiarities: ReadonlySet<Peculiarity>): Promise<Figure[]> {
  const dashboards = dashboardsIn(world.state)
  const asked = (await Promise.all(dashboards.map((dashboard) => withValues(world, dashboard)))).flat()
  const rows = await paced(asked, pace, async (query): Promise<Shown> => ({
    ...query,
    outcome: await outcomeOf(world, query),
  }))
  // Somebody may have come to a cluster that is too young for rates.
  const again = rows.filter((row) => row.outcome === 'none' && reasonFor(row, peculiarities) === null)
  const later = again.length === 0 ? [] : await secondLook(world, again)
  const all = rows.map(
    (row) =>
      later.find(
        (other) => other.sent === row.sent && other.panel === row.panel && other.dashboard === row.dashboard,
      ) ?? row,
  )
  return figuresOf(all, peculiarities)
}

async function secondLook(world: World, rows: readonly Shown[]): Promise<Shown[]> {
  const found: Shown[] = []
  await world
    .until('every panel has data', { seconds: 90, every: 10 }, async () => {
      const left = rows.filter((row) => !found.some(({ sent }) => sent === row.sent))
      const looked = await paced(left, pace, async (row): Promise<Shown> => ({
        ...row,
        outcome: await outcomeOf(world, row),
      }))
      found.push(...looked.filter(({ outcome }) => outcome === 'data'))
      const missing = looked.filter(({ outcome }) => outcome !== 'data')
      return missing.length === 0 ? { done: undefined } : { missing: `${missing.length} queries without` }
    })
    .catch(() => undefined)
  return found
}

/** Splits what was asked by what came of it. @throws CheckFailure when a query failed, or has no data for no reason */
export function figuresOf(rows: readonly Shown[], peculiarities: ReadonlySet<Peculiarity>): Figure[] {
  const explained = rows.map((row) => ({ ...row, reason: reasonFor(row, peculiarities) }))
  const failed = explained.flatMap(({ outcome, ...row }) =>
    typeof outcome === 'object' ? [`${titleOf(row)}: ${outcome.error}`] : [],
  )
  const none = explained.filter(({ outcome }) => outcome === 'none')
  const unexplained = none.filter(({ reason }) => reason === null)
  const stale = explained.filter(({ outcome, reason }) => outcome === 'data' && reason !== null)
  const evidence = {
    'panels.txt': rows.map((row) => `${JSON.stringify(row.outcome)} ${titleOf(row)}\n    ${row.sent}\n`).join(''),
  }
  expect(failed.length === 0, `queries of panels failed: ${failed.join('; ')}`, evidence)
  expect(
    unexplained.length === 0,
    `${unexplained.length} of ${rows.length} queries of panels have no data: ${unexplained.map(titleOf).join('; ')}`,
    evidence,
  )
  return [
    { what: 'queries of panels with data', value: `${rows.length - none.length} of ${rows.length}` },
    ...[...Map.groupBy(none, ({ reason }) => reason)].map(([reason, all]): Figure => ({
      what: 'queries of panels without data',
      value: `${all.length}, ${[...new Set(all.map(({ panel }) => panel))].join(', ')}: ${reason}`,
    })),
    ...(stale.length === 0
      ? []
      : [{ what: 'listed as without data, and had some', value: stale.map(titleOf).join('; ') }]),
  ]
}

function titleOf({ dashboard, panel, expr }: Asked): string {
  return `${dashboard} / ${panel} / ${expr.replaceAll(/\s+/g, ' ')}`
}

/** The queries of a dashboard as Grafana sends them, with the first choice of every variable. */
async function withValues(
  world: World,
  { name, variables, queries }: Dashboard,
): Promise<(Asked & { sent: string })[]> {
  const rateInterval = rateIntervalOf(world.spec.prometheus.scrapeInterval)
  const chosen: Record<string, string> = {}
  for (const { name: variable, label, selector, all } of variables) {
    const choices = await labelValues(world, label, substitute(selector, { variables: chosen, rateInterval }))
    const [first] = choices
    expect(first !== undefined, `the dashboard ${name} offers no ${variable}: no values of ${label} in ${selector}`)
    chosen[variable] = all ?? first
  }
  return queries.map((query) => ({ ...query, sent: substitute(query.expr, { variables: chosen, rateInterval }) }))
}

/** What Grafana makes of `$__rate_interval` where points are near each other: four scrapes. */
export function rateIntervalOf(scrapeInterval: Duration): string {
  return `${seconds(scrapeInterval) * 4}s`
}

const values = z.object({ data: z.array(z.string()) })

async function labelValues(world: World, label: string, selector: string): Promise<string[]> {
  const end = Date.now() / 1000
  const params = { 'match[]': selector, start: end - shown / 1000, end }
  return values.parse(await json(await world.url('thanos-query-frontend'), `/api/v1/label/${label}/values`, { params }))
    .data
}

async function outcomeOf(
  world: World,
  { sent, instant }: { sent: string; instant: boolean },
): Promise<Shown['outcome']> {
  const now = Date.now()
  try {
    const patient = waitingFor(world)
    return hasData(
      await (instant ? world.query(sent, patient) : world.queryRange(sent, now - shown, now, step, patient)),
    )
      ? 'data'
      : 'none'
  } catch (error) {
    return { error: messageOf(error) }
  }
}

/** Whether a panel would show anything: what is not a number is not drawn. */
export function hasData({ series }: QueryAnswer): boolean {
  return series.some(({ samples }) => samples.some(({ value }) => !Number.isNaN(value)))
}
