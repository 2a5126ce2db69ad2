import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { series } from '../jobs.ts'
import { duration, ratio } from '../threshold.ts'

const edge = 'thanos-receive-edge'

/** What arrives from other clusters. */
export function receiveEdgeAlerts({ writers = [] }: Active): Alert[] {
  return about(edge, writers.length === 0 ? [] : [errors, ...writers.map(silent)])
}

const errors: Statement = {
  name: 'ThanosReceiveEdgeErrors',
  severity: 'critical',
  for: '5m',
  thresholds: { errors: ratio(0.05) },
  expr: `
      sum by (namespace, tenant) (rate(${series('thanos_receive_write_samples_count', edge, 'code=~"5.."')}[5m]))
      /
      sum by (namespace, tenant) (rate(${series('thanos_receive_write_samples_count', edge)}[5m]))
      > %{errors}`,
  summary: 'Thanos Receive is failing remote writes of cluster {{ $labels.tenant }}.',
  description:
    '{{ $value | humanizePercentage }} of the remote writes of cluster {{ $labels.tenant }} fail with a 5xx status. ' +
    'It repeats them, and loses samples after about two hours.',
}

/** One rule for each cluster that sends: of one from which nothing comes there may be no series. A cluster that is cut off cannot say so. */
function silent(writer: string): Statement {
  const taken = series('thanos_receive_write_samples_count', edge, `tenant="${writer}"`, 'code=~"2.."')
  return {
    name: 'ThanosWriterSilent',
    severity: 'critical',
    for: '10m',
    thresholds: { age: duration('5m') },
    labels: { silent: writer },
    expr: `(sum(increase(${taken}[%{age}])) or vector(0)) == 0`,
    summary: `Cluster ${writer} sends nothing.`,
    description:
      `No remote write of cluster ${writer} has been taken for %{age}: the cluster is down, the way from it is cut, or a certificate ` +
      'has expired. What it scrapes meanwhile is lost after about two hours.',
  }
}
