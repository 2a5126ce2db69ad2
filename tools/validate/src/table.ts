import { columns } from '@thanos-fleet/text/tables'
import type { ClusterReport } from './report.ts'

/** The reports as one table for people, a row per cluster. */
export function table(reports: readonly ClusterReport[]): string {
  const versions = reports[0]?.conformity.map(({ version }) => version) ?? []
  const head = [
    'cluster',
    'objects',
    'differ from model',
    ...versions.map((version) => `kubeconform ${version}`),
    'configurations',
    'programs started',
    'not startable',
    'failures',
  ]
  const rows = reports.map((report) => [
    report.cluster,
    String(report.objects),
    String(report.differences),
    ...report.conformity.map(({ valid, invalid, errors, skipped }) => `${valid} / ${invalid} / ${errors} / ${skipped}`),
    String(report.configurations),
    String(report.started),
    String(report.unchecked.length),
    String(report.failures.length),
  ])
  return `${columns([head, ...rows]).join('\n')}\nkubeconform: valid / invalid / errors / skipped`
}

/** The objections of kube-score by cluster and check, with the reason why each is kept. */
export function scoreTable(reports: readonly ClusterReport[]): string {
  const counts = new Map<string, { row: string[]; count: number }>()
  for (const { cluster, objections } of reports) {
    for (const { level, check, comment, reason } of objections) {
      const row = [cluster, level, check, comment, reason ?? 'not answered']
      const key = row.join('\n')
      counts.set(key, { row, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  const rows = [...counts.values()].map(({ row, count }) => [...row.slice(0, 2), String(count), ...row.slice(2)])
  return columns([['cluster', 'level', 'count', 'check', 'comment', 'kept because'], ...rows]).join('\n')
}
