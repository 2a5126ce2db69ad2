import {
  BytesIEC,
  BytesPerSecondIEC,
  PacketsPerSecond,
  PercentUnit,
  Short,
} from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { inCluster, increase, maxBy, rate, sumBy, sumOfRates } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const chosen = (...more: string[]) => inCluster('kube-state-metrics', 'namespace=~"$namespace"', ...more)
/** Containers, without the control groups above them that would count everything twice. */
const containers = inCluster('cadvisor', 'namespace=~"$namespace"', 'container!=""')
const pods = inCluster('cadvisor', 'namespace=~"$namespace"', 'pod!=""')

const cpuRate = rate('container_cpu_usage_seconds_total', containers)
const container = ['namespace', 'pod', 'container']
const throttledPeriods = rate('container_cpu_cfs_throttled_periods_total', containers)
const periods = rate('container_cpu_cfs_periods_total', containers)
const memoryLimit = `kube_pod_container_resource_limits${chosen('resource="memory"')}`
const volumes = inCluster('kubelet', 'namespace=~"$namespace"')
const filledVolumes = `kubelet_volume_stats_used_bytes${volumes} / kubelet_volume_stats_capacity_bytes${volumes}`
const workingSet = `container_memory_working_set_bytes${containers}`

export const namespaces: AuthoredSection = {
  title: 'Namespaces',
  component: null,
  panels: [
    graph({
      title: 'CPU',
      unit: Short,
      stacked: true,
      description: 'Cores in use, by namespace.',
      queries: [[sumBy(['namespace'], cpuRate), '{{namespace}}']],
    }),
    graph({
      title: 'Memory',
      unit: BytesIEC,
      stacked: true,
      description: 'Working set (what cannot be reclaimed), by namespace.',
      queries: [[sumBy(['namespace'], workingSet), '{{namespace}}']],
    }),
    graph({
      title: 'Pods',
      unit: Short,
      stacked: true,
      description: 'Running pods, by namespace.',
      queries: [[sumBy(['namespace'], `kube_pod_status_phase${chosen('phase="Running"')}`), '{{namespace}}']],
    }),
    graph({
      title: 'Received',
      unit: BytesPerSecondIEC,
      stacked: true,
      description: 'Bytes that pods received, by namespace.',
      queries: [[sumBy(['namespace'], rate('container_network_receive_bytes_total', pods)), '{{namespace}}']],
    }),
    graph({
      title: 'Sent',
      unit: BytesPerSecondIEC,
      stacked: true,
      description: 'Bytes that pods sent, by namespace.',
      queries: [[sumBy(['namespace'], rate('container_network_transmit_bytes_total', pods)), '{{namespace}}']],
    }),
    graph({
      title: 'Packets dropped',
      unit: PacketsPerSecond,
      description: 'Packets dropped on their way into or out of pods, by namespace.',
      queries: [
        [
          sumOfRates(
            ['namespace'],
            ['container_network_receive_packets_dropped_total', pods],
            ['container_network_transmit_packets_dropped_total', pods],
          ),
          '{{namespace}}',
        ],
      ],
    }),
  ],
}

export const podsSection: AuthoredSection = {
  title: 'Pods',
  component: null,
  panels: [
    graph({
      title: 'CPU, the ten largest',
      unit: Short,
      description: 'Cores in use by the pods that use most.',
      queries: [[`topk(10, ${sumBy(['namespace', 'pod'], cpuRate)})`, '{{namespace}}/{{pod}}']],
    }),
    graph({
      title: 'Memory, the ten largest',
      unit: BytesIEC,
      description: 'Working set of the pods that use most.',
      queries: [[`topk(10, ${sumBy(['namespace', 'pod'], workingSet)})`, '{{namespace}}/{{pod}}']],
    }),
    graph({
      title: 'Memory of its limit, the ten fullest',
      unit: PercentUnit,
      description: 'Working set of a container, of its limit. At 100 % the container is killed.',
      queries: [
        [
          `topk(10, ${maxBy(container, workingSet)} / ${maxBy(container, memoryLimit)})`,
          '{{namespace}}/{{pod}} {{container}}',
        ],
      ],
    }),
    graph({
      title: 'Throttled',
      unit: PercentUnit,
      description: 'The part of the scheduling periods in which a container had used up its CPU limit; the ten worst.',
      queries: [
        [
          `topk(10, ${sumBy(container, throttledPeriods)} / ${sumBy(container, periods)})`,
          '{{namespace}}/{{pod}} {{container}}',
        ],
      ],
    }),
    graph({
      title: 'Restarts',
      unit: Short,
      description: 'Containers started again in the last five minutes.',
      queries: [
        [
          `${sumBy(container, increase('kube_pod_container_status_restarts_total', chosen()))} > 0`,
          '{{namespace}}/{{pod}} {{container}}',
        ],
      ],
    }),
    graph({
      title: 'Waiting',
      unit: Short,
      stacked: true,
      description: 'Containers that do not start, by reason.',
      queries: [
        [
          `${sumBy(['namespace', 'reason'], `kube_pod_container_status_waiting_reason${chosen()}`)} > 0`,
          '{{namespace}} {{reason}}',
        ],
      ],
    }),
  ],
}

export const workloads: AuthoredSection = {
  title: 'Workloads and volumes',
  component: null,
  panels: [
    graph({
      title: 'Replicas missing',
      unit: Short,
      description: 'Replicas that a workload should have and that are not there.',
      queries: [
        [`kube_deployment_status_replicas_unavailable${chosen()} > 0`, '{{namespace}}/{{deployment}}'],
        [
          `kube_statefulset_replicas${chosen()} - kube_statefulset_status_replicas_ready${chosen()} > 0`,
          '{{namespace}}/{{statefulset}}',
        ],
        [`kube_daemonset_status_number_unavailable${chosen()} > 0`, '{{namespace}}/{{daemonset}}'],
      ],
    }),
    graph({
      title: 'Volumes, the ten fullest',
      unit: PercentUnit,
      max: 1,
      description: 'The filled part of persistent volumes.',
      queries: [
        [
          `topk(10, ${maxBy(['namespace', 'persistentvolumeclaim'], filledVolumes)})`,
          '{{namespace}}/{{persistentvolumeclaim}}',
        ],
      ],
    }),
    graph({
      title: 'Failed jobs',
      unit: Short,
      description: 'Pods of Jobs that ended in failure.',
      queries: [
        [`${sumBy(['namespace', 'job_name'], `kube_job_status_failed${chosen()}`)} > 0`, '{{namespace}}/{{job_name}}'],
      ],
    }),
  ],
}
