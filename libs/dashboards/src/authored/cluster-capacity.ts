import { PercentUnit, RequestsPerSecond, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { figure, graph } from './panels.ts'
import { inCluster, quantileBy, rate, share, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const objects = (...more: string[]) => inCluster('kube-state-metrics', ...more)
const allContainers = inCluster('cadvisor', 'container!=""')

const ofAllocatable = (what: string, resource: 'cpu' | 'memory') =>
  `${what} / sum(kube_node_status_allocatable${objects(`resource="${resource}"`)})`
const requested = (resource: 'cpu' | 'memory') =>
  `sum(kube_pod_container_resource_requests${objects(`resource="${resource}"`)})`

export const capacity: AuthoredSection = {
  title: 'Capacity',
  component: null,
  panels: [
    figure({
      title: 'Nodes not ready',
      unit: Short,
      thresholds: [1, 1],
      description: 'Nodes whose condition Ready is not true.',
      query: `sum(kube_node_status_condition${objects('condition="Ready"', 'status!="true"')})`,
    }),
    figure({
      title: 'Pods not running',
      unit: Short,
      thresholds: [1, 5],
      description: 'Pods that are pending, failed or unknown, in all namespaces.',
      query: `sum(kube_pod_status_phase${objects('phase=~"Pending|Failed|Unknown"')})`,
    }),
    figure({
      title: 'CPU requested',
      unit: PercentUnit,
      thresholds: [0.85, 1],
      description: 'Requests of all containers, of what the nodes can give.',
      query: ofAllocatable(requested('cpu'), 'cpu'),
    }),
    figure({
      title: 'CPU used',
      unit: PercentUnit,
      thresholds: [0.8, 0.95],
      description: 'Use of all containers, of what the nodes can give.',
      query: ofAllocatable(`sum(${rate('container_cpu_usage_seconds_total', allContainers)})`, 'cpu'),
    }),
    figure({
      title: 'Memory requested',
      unit: PercentUnit,
      thresholds: [0.85, 1],
      description: 'Requests of all containers, of what the nodes can give.',
      query: ofAllocatable(requested('memory'), 'memory'),
    }),
    figure({
      title: 'Memory used',
      unit: PercentUnit,
      thresholds: [0.8, 0.95],
      description: 'Working set of all containers, of what the nodes can give.',
      query: ofAllocatable(`sum(container_memory_working_set_bytes${allContainers})`, 'memory'),
    }),
  ],
}

const api = inCluster('apiserver', 'verb!~"WATCH|CONNECT"')
const apiRequests = sumBy(['verb'], rate('apiserver_request_total', api))

export const control: AuthoredSection = {
  title: 'API server and kubelets',
  component: null,
  panels: [
    graph({
      title: 'API requests',
      unit: RequestsPerSecond,
      stacked: true,
      description: 'Requests to the API server, by verb.',
      queries: [[apiRequests, '{{verb}}']],
    }),
    graph({
      title: 'API errors',
      unit: PercentUnit,
      description: 'The part of the requests that the API server answered with a status of 5xx.',
      queries: [
        [
          share(
            sumBy(
              ['verb'],
              rate('apiserver_request_total', inCluster('apiserver', 'verb!~"WATCH|CONNECT"', 'code=~"5.."')),
            ),
            apiRequests,
          ),
          '{{verb}}',
        ],
      ],
    }),
    graph({
      title: 'API latency',
      unit: Seconds,
      description: 'The time in which 99 of 100 requests were answered, by verb.',
      queries: [[quantileBy(0.99, ['verb'], 'apiserver_request_duration_seconds', api), '{{verb}}']],
    }),
    graph({
      title: 'Pods per node',
      unit: Short,
      description: 'Pods that the kubelet runs.',
      queries: [[`kubelet_running_pods${inCluster('kubelet')}`, '{{node}}']],
    }),
    graph({
      title: 'Relisting of pods',
      unit: Seconds,
      description:
        'The time in which a kubelet finished 99 of 100 listings of its containers. Seconds mean an overloaded node.',
      queries: [[quantileBy(0.99, ['node'], 'kubelet_pleg_relist_duration_seconds', inCluster('kubelet')), '{{node}}']],
    }),
    graph({
      title: 'Scrape targets down',
      unit: Short,
      stacked: true,
      description: 'Targets of this cluster that do not answer, by job.',
      queries: [['count by (job) (up{cluster="$cluster"} == 0)', '{{job}}']],
    }),
  ],
}
