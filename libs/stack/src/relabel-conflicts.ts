import type { ClusterSpec, Path, RelabelConfig } from '@thanos-fleet/cluster-spec'
import { connectionsOf, factsOf, type Facts, isComponent } from '@thanos-fleet/connections'
import { kubernetesJobs } from '@thanos-fleet/catalog'
import { dashboards, queries } from '@thanos-fleet/dashboards'
import { didYouMean } from '@thanos-fleet/diagnostics'
import { selectorsOf } from '@thanos-fleet/promql'
import { isAlert, rulesOf } from '@thanos-fleet/rules'
import { activeParts } from './active-parts.ts'
import { relabelled, type Labels } from './relabelled.ts'

/** Steps for a job that there is not, or that take away what alerts and dashboards of the stack read. */
export interface RelabelConflict {
  severity: 'error' | 'warning'
  code: 'unknown-job' | 'needed-metric-dropped'
  path: Path
  at: 'key'
  message: string
  remedy: string
}

/** Who reads a series, and what is known of its labels. */
interface Reader {
  alert: string | null
  isRule: boolean
  where: string
  job: string
  series: Labels
}

/** Looks at `prometheus.metricRelabelConfigs`: what is switched off is not missed. */
export function relabelConflicts(spec: ClusterSpec): RelabelConflict[] {
  const entries = Object.entries(spec.prometheus.metricRelabelConfigs)
  if (entries.length === 0) return []
  const facts = factsOf(spec)
  const jobs = jobsOf(facts)
  const readers = readersOf(spec, facts)
  return entries.flatMap(([job, steps]): RelabelConflict[] => {
    const path = ['prometheus', 'metricRelabelConfigs', job]
    if (!jobs.includes(job)) return [unknownJob(job, jobs, path)]
    return dropped(
      readers.filter((reader) => reader.job === job),
      job,
      steps,
      path,
    )
  })
}

/** The jobs of the stack: those of its components, and those of Kubernetes. */
function jobsOf(facts: Facts): string[] {
  const scraped = connectionsOf(facts).filter((row) => row.from === 'prometheus' && row.api === 'metrics')
  return [...scraped.map(({ to }) => to).filter(isComponent), ...kubernetesJobs]
}

function readersOf(spec: ClusterSpec, facts: Facts): Reader[] {
  const rules = rulesOf(activeParts({ spec, facts })).flatMap((rule) =>
    isAlert(rule)
      ? readers(rule.expr, { alert: rule.alert, isRule: true, where: `the alert ${rule.alert}` })
      : readers(rule.expr, { alert: null, isRule: true, where: `the recorded series ${rule.record}` }),
  )
  if (spec.grafana === null) return rules
  const panels = Object.values(dashboards({ components: facts.present, mode: spec.mode })).flatMap((json) =>
    queries(json).flatMap(({ panel, expr }) =>
      readers(expr, { alert: null, isRule: false, where: `the panel "${panel}"` }),
    ),
  )
  return [...rules, ...panels]
}

function readers(expr: string, who: Pick<Reader, 'alert' | 'isRule' | 'where'>): Reader[] {
  return selectorsOf(expr).flatMap(({ metric, matchers }) => {
    const equal = matchers.filter(({ operator, value }) => operator === '=' && !value.includes('$'))
    const job = equal.find(({ label }) => label === 'job')?.value
    if (metric === null || job === undefined) return []
    const known = equal.map(({ label, value }): [string, string] => [label, value])
    return [{ ...who, job, series: new Map([...known, ['__name__', metric]]) }]
  })
}

/** `up` and the like are made by Prometheus after the steps, which never see them. */
const ofScrapes = /^(up|scrape_.+)$/

/** Rules come first: a panel is empty, but an alert that cannot fire looks as if all were well. */
function dropped(
  readers: readonly Reader[],
  job: string,
  steps: readonly RelabelConfig[],
  path: Path,
): RelabelConflict[] {
  const lost = readers.filter(
    ({ series }) => !ofScrapes.test(series.get('__name__') ?? '') && !stays(series, relabelled(series, steps)),
  )
  const ofRules = lost.filter(({ isRule }) => isRule)
  const [first] = ofRules.length > 0 ? ofRules : lost
  if (first === undefined) return []
  const metric = first.series.get('__name__') ?? ''
  const others = new Set(lost.map(({ where }) => where)).size - 1
  const alert = ofRules.find((reader) => reader.alert !== null)?.alert
  return [
    {
      severity: ofRules.length > 0 ? 'error' : 'warning',
      code: 'needed-metric-dropped',
      path,
      at: 'key',
      message:
        `these steps change or drop ${metric} of the job ${job}, which ${first.where}` +
        `${others > 0 ? ` and ${others} more` : ''} read${others > 0 ? '' : 's'}`,
      remedy:
        alert == null ? 'keep the metric' : `keep the metric, or switch off what reads it: alerts: {${alert}: false}`,
    },
  ]
}

/** Whether the series is still found by what is asked of it. */
function stays(before: Labels, after: Labels | null): boolean {
  return after !== null && [...before].every(([label, value]) => after.get(label) === value)
}

function unknownJob(job: string, jobs: readonly string[], path: Path): RelabelConflict {
  return {
    severity: 'error',
    code: 'unknown-job',
    path,
    at: 'key',
    message: `the stack has no scrape job "${job}"`,
    remedy: didYouMean(
      job,
      jobs,
      `use one of ${jobs.join(', ')}; jobs of your own have metric_relabel_configs in their own files`,
    ),
  }
}
