import {
  type ComponentName,
  componentOf,
  connectionsOf,
  isComponent,
  namespaceOf,
  podsOf,
} from '@thanos-fleet/connections'
import type { Context } from '@thanos-fleet/authoring'
import { type RelabelConfig, scrapesNativeHistograms } from '@thanos-fleet/cluster-spec'
import { ownValue } from '@thanos-fleet/json'
import type { Json } from '@thanos-fleet/kubernetes'
import { copy, drop, keep, podLabels, type Relabel, relabelSteps } from './relabel.ts'

type Job = { [key: string]: Json }

/** Every job: the parts of the stack, as far as Prometheus is connected to them, and the cluster around it. */
export function scrapeJobs(context: Context): Job[] {
  const scraped = connectionsOf(context.facts).filter((row) => row.from === 'prometheus' && row.api === 'metrics')
  const jobs = [
    ...scraped.flatMap((row) => (isComponent(row.to) ? [podJob(context, row.to, row.port)] : [])),
    kubeletJob(context, 'kubelet', '/metrics', []),
    kubeletJob(context, 'cadvisor', '/metrics/cadvisor', droppedCadvisorSeries),
    apiServerJob,
  ]
  return jobs.map((job) => ({ ...job, ...classicHistograms(context), ...metricRelabelling(context, job) }))
}

/** What people want of the series of a job, after what the stack itself does with them. */
function metricRelabelling({ spec }: Context, job: Job): Job {
  const steps = ownValue<RelabelConfig[]>(spec.prometheus.metricRelabelConfigs, String(job['job_name']))
  if (steps === undefined) return {}
  const own = job['metric_relabel_configs']
  return { metric_relabel_configs: [...(Array.isArray(own) ? own : []), ...relabelSteps(steps)] }
}

/** Rules and dashboards read the buckets of classic histograms, also where there are native ones. */
function classicHistograms({ spec: { prometheus } }: Context): Job {
  return scrapesNativeHistograms(prometheus) ? { always_scrape_classic_histograms: true } : {}
}

/**
 * The pods of a component, at its port for metrics. The discovery is the same for all jobs of a namespace, so that
 * Prometheus keeps one watch for them; the job selects by relabelling.
 */
function podJob({ spec }: Context, component: ComponentName, port: string): Job {
  return {
    job_name: component,
    kubernetes_sd_configs: [
      {
        role: 'pod',
        namespaces: { names: [namespaceOf(component, spec.namespace)] },
        selectors: [{ role: 'pod', label: 'app.kubernetes.io/part-of=thanos-fleet' }],
      },
    ],
    relabel_configs: [
      keep('__meta_kubernetes_pod_label_app_kubernetes_io_name', podsOf(component).join('|')),
      keep('__meta_kubernetes_pod_container_name', component),
      keep('__meta_kubernetes_pod_container_port_name', port),
      drop('__meta_kubernetes_pod_phase', 'Succeeded|Failed'),
      ...podLabels,
    ],
    ...(componentOf(component).scrape.honorLabels === true ? { honor_labels: true } : {}),
  }
}

const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount'

/** Verified TLS and the pod's own token: the way to everything that Kubernetes serves. */
const kubernetesAuthority: Job = {
  scheme: 'https',
  authorization: { credentials_file: `${serviceAccount}/token` },
  tls_config: { ca_file: `${serviceAccount}/ca.crt` },
}

/** Of a kubelet: its own metrics, or those of the containers of its node. */
function kubeletJob({ spec }: Context, name: string, path: string, metricRelabels: Relabel[]): Job {
  const proxied = spec.prometheus.kubeletAccess === 'api-server-proxy'
  return {
    job_name: name,
    ...kubernetesAuthority,
    ...(proxied ? {} : { metrics_path: path }),
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [copy('__meta_kubernetes_node_name', 'node'), ...(proxied ? throughApiServer(path) : [])],
    ...(metricRelabels.length === 0 ? {} : { metric_relabel_configs: metricRelabels }),
  }
}

function throughApiServer(path: string): Relabel[] {
  return [
    { target_label: '__address__', replacement: 'kubernetes.default.svc:443' },
    {
      source_labels: ['__meta_kubernetes_node_name'],
      target_label: '__metrics_path__',
      replacement: `/api/v1/nodes/$1/proxy${path}`,
    },
  ]
}

/** Series of cadvisor that nothing here reads and that are many: one per process state, task state, or unused limit. */
const droppedCadvisorSeries: Relabel[] = [
  drop(
    '__name__',
    'container_(network_tcp6?_usage_total|network_udp6?_usage_total|tasks_state|memory_failures_total|blkio_device_usage_total)',
  ),
]

const apiServerJob: Job = {
  job_name: 'apiserver',
  ...kubernetesAuthority,
  tls_config: { ca_file: `${serviceAccount}/ca.crt`, server_name: 'kubernetes.default.svc' },
  kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['default'] } }],
  relabel_configs: [
    keep('__meta_kubernetes_service_name', 'kubernetes'),
    keep('__meta_kubernetes_endpointslice_port_name', 'https'),
  ],
  metric_relabel_configs: [
    // Histograms with a bucket per latency, resource and verb: by far the most series of the API server.
    drop(
      '__name__',
      'apiserver_(request_body_size_bytes|request_sli_duration_seconds|response_sizes|watch_events_sizes)_bucket|etcd_request_duration_seconds_bucket',
    ),
  ],
}
