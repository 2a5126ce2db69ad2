import type { Asked } from './dashboards.ts'

/** Queries that have no data in a healthy cluster of the test, and why. */
export interface Absence {
  /** The panel's title, in whatever dashboard; left out: any, and rules as well. */
  panel?: string
  /** Which of its queries; all, if left out. */
  expr?: RegExp
  /** Why nothing is there to show. */
  reason: string
  /** Only where this is true of the cluster. */
  where?: Peculiarity
}

/** What the machines of a cluster may lack, and the stack cannot bring. */
export type Peculiarity = 'kubelets name no containers' | 'kubelets measure no volumes'

export const absences: readonly Absence[] = [
  { panel: 'Restarts', reason: 'It shows containers that were restarted, and none was.' },
  { panel: 'Replicas missing', reason: 'It shows workloads that miss replicas, and none does.' },
  { panel: 'Waiting', reason: 'It shows containers that wait for something, and none does.' },
  { panel: 'Scrape targets down', reason: 'It shows targets that are down, and none is.' },
  { panel: 'Failed jobs', reason: 'It shows Jobs that failed, and there are none.' },
  { panel: 'Requests refused', reason: 'It shows writes that Receive refused, and none was.' },
  {
    expr: /thanos_compact_downsample_duration_seconds/,
    reason: 'Compact makes the histogram of a resolution with its first block, of which a rate knows nothing; in the test the next may not come.',
  },
  { expr: /prometheus_remote_storage_samples_dropped_total/, reason: 'Prometheus makes this counter when it drops a sample for the first time.' },
  {
    expr: /kubelet_volume_stats_/, where: 'kubelets measure no volumes',
    reason: 'The volumes are folders of the node (hostPath), as local-path-provisioner makes them, and kubelets measure none of those.',
  },
  {
    // Prometheus sorts matchers when it tells of its rules.
    expr: /\{(?=[^}]*job="cadvisor")(?=[^}]*(container|pod)!="")/, where: 'kubelets name no containers',
    reason: 'cAdvisor asks containerd for names of containers at /run/containerd/containerd.sock, and several nodes on one machine have theirs elsewhere.',
  },
]

/** Why the query may have no data; null: it must have some. */
export function reasonFor({ panel, expr }: Pick<Asked, 'expr'> & Partial<Asked>, peculiarities: ReadonlySet<Peculiarity>): string | null {
  return absences.find(absence =>
    (absence.panel === undefined || absence.panel === panel)
    && (absence.expr?.test(expr) ?? true)
    && (absence.where === undefined || peculiarities.has(absence.where)))?.reason ?? null
}
