import { type Selector, selectorsOf } from '@thanos-fleet/promql'
import type { Asked } from './dashboards.ts'

/** Queries that have no data in a healthy cluster of the test, and why. */
export interface Absence {
  /** The panel's title, in whatever dashboard; left out: any, and rules as well. */
  panel?: string
  /** Those of its queries that have such a selector; all, if left out. */
  selects?: (selector: Selector) => boolean
  /** Why nothing is there to show. */
  reason: string
  /** Only where this is true of the cluster. */
  where?: Peculiarity
}

/** What the machines of a cluster may lack, and the stack cannot bring. */
export type Peculiarity = 'kubelets name no containers' | 'kubelets measure no volumes'

const metricsLike =
  (prefix: string) =>
  ({ metric }: Selector) =>
    metric?.startsWith(prefix) === true

export const absences: readonly Absence[] = [
  { panel: 'Restarts', reason: 'It shows containers that were restarted, and none was.' },
  { panel: 'Replicas missing', reason: 'It shows workloads that miss replicas, and none does.' },
  { panel: 'Waiting', reason: 'It shows containers that wait for something, and none does.' },
  { panel: 'Scrape targets down', reason: 'It shows targets that are down, and none is.' },
  { panel: 'Failed jobs', reason: 'It shows Jobs that failed, and there are none.' },
  { panel: 'Requests refused', reason: 'It shows writes that Receive refused, and none was.' },
  {
    selects: metricsLike('thanos_compact_downsample_duration_seconds'),
    reason:
      'Compact makes the histogram of a resolution with its first block, of which a rate knows nothing; in the test the next may not come.',
  },
  {
    selects: metricsLike('prometheus_remote_storage_samples_dropped_total'),
    reason: 'Prometheus makes this counter when it drops a sample for the first time.',
  },
  {
    selects: metricsLike('kubelet_volume_stats_'),
    where: 'kubelets measure no volumes',
    reason:
      'The volumes are folders of the node (hostPath), as local-path-provisioner makes them, and kubelets measure none of those.',
  },
  {
    selects: ({ matchers }) =>
      matchers.some(({ label, operator, value }) => label === 'job' && operator === '=' && value === 'cadvisor') &&
      matchers.some(
        ({ label, operator, value }) => ['container', 'pod'].includes(label) && operator === '!=' && value === '',
      ),
    where: 'kubelets name no containers',
    reason:
      'cAdvisor asks containerd for names of containers at /run/containerd/containerd.sock, and several nodes on one machine have theirs elsewhere.',
  },
]

/** Why the query may have no data; null: it must have some. */
export function reasonFor(
  { panel, expr }: Pick<Asked, 'expr'> & Partial<Asked>,
  peculiarities: ReadonlySet<Peculiarity>,
): string | null {
  const selectors = selectorsOf(expr)
  return (
    absences.find(
      (absence) =>
        (absence.panel === undefined || absence.panel === panel) &&
        (absence.selects === undefined || selectors.some(absence.selects)) &&
        (absence.where === undefined || peculiarities.has(absence.where)),
    )?.reason ?? null
  )
}
