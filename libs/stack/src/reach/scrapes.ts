import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { containersOf, type Pods } from './pods.ts'
import { type Listener, listening } from './services.ts'

/** What a scrape job finds by asking Kubernetes: listeners, or addresses of nodes and of the API server. */
export interface Found {
  job: string
  listeners: Listener[]
  cidrs: string[]
  ports: number[]
}

interface Job {
  job_name: string
  kubernetes_sd_configs?: { role: string; namespaces?: { names: string[] } }[]
  relabel_configs?: { action?: string; source_labels?: string[]; regex?: string; target_label?: string }[]
}

/** What the jobs of a `prometheus.yaml` find, by running their relabelling on the pods of the cluster. */
export function foundByJobs(document: unknown, all: readonly Pods[], { networkPolicy }: ClusterSpec): Found[] {
  const { apiServer, nodes } = networkPolicy
  return jobsIn(document).flatMap((job) =>
    (job.kubernetes_sd_configs ?? []).flatMap(({ role, namespaces }): Found[] => {
      const found = (listeners: Listener[], cidrs: string[], ports: number[]) => [
        { job: job.job_name, listeners, cidrs, ports },
      ]
      // An address that relabelling puts in the place of the node's is one that the file says.
      if (job.relabel_configs?.some((rule) => rule.target_label === '__address__') === true) return []
      if (role === 'node') return found([], nodes.cidrs, [10250])
      if (role === 'endpointslice') return found([], apiServer.cidrs, apiServer.ports)
      return found(
        all
          .filter(({ namespace }) => namespaces?.names.includes(namespace) ?? true)
          .flatMap((pods) => keptOf(job, pods)),
        [],
        [],
      )
    }),
  )
}

function keptOf(job: Job, pods: Pods): Listener[] {
  return containersOf(pods).flatMap(({ name, ports = [] }) =>
    ports
      .filter((port) =>
        (job.relabel_configs ?? [])
          .filter(({ action }) => action === 'keep')
          .every(({ source_labels = [], regex = '(.*)' }) =>
            matches(regex, valueOf(source_labels[0] ?? '', pods, name, port.name ?? '')),
          ),
      )
      .flatMap(({ containerPort }) => listening(pods, containerPort))
      .filter(({ port }) => port.startsWith('TCP')),
  )
}

/** Regular expressions of Go that JavaScript does not know, and labels that are not known here, may match anything. */
function matches(regex: string, value: string | undefined): boolean {
  if (value === undefined) return true
  try {
    return new RegExp(`^(?:${regex})$`).test(value)
  } catch {
    return true
  }
}

function valueOf(label: string, pods: Pods, container: string, port: string): string | undefined {
  if (label === '__meta_kubernetes_pod_container_name') return container
  if (label === '__meta_kubernetes_pod_container_port_name') return port
  if (label === '__meta_kubernetes_pod_label_app_kubernetes_io_name') return pods.labels['app.kubernetes.io/name'] ?? ''
  return undefined
}

function jobsIn(document: unknown): Job[] {
  if (typeof document !== 'object' || document === null || !('scrape_configs' in document)) return []
  return Array.isArray(document.scrape_configs) ? document.scrape_configs.filter(isJob) : []
}

function isJob(value: unknown): value is Job {
  if (typeof value !== 'object' || value === null || !('job_name' in value)) return false
  const lists = [
    'kubernetes_sd_configs' in value ? value.kubernetes_sd_configs : [],
    'relabel_configs' in value ? value.relabel_configs : [],
  ]
  return lists.every(Array.isArray)
}
