import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { type Matcher, sel } from '../jobs.ts'
import { allDown, whenPresent } from './common.ts'

/** What Kubernetes says about the workloads of the stack. Other namespaces are other people's. */
export function kubernetes({ components, namespace, nodesNamespace }: ActiveParts): Group[] {
  const names = [...new Set([namespace, nodesNamespace])].join('|')
  const own: Matcher = `namespace=~"${names}"`
  return [
    { name: 'kubernetes', alerts: [apiDown, throttled(own)] },
    ...whenPresent(components.has('kube-state-metrics'), 'kubernetes.workloads', {
      alerts: [
        allDown('kube-state-metrics', { name: 'KubeStateMetricsDown', severity: 'critical', impact: 'Alerts about pods, workloads and claims are blind.' }),
        ...pods(own), ...workloads(own), disruptionBudget(own),
      ],
    }),
  ]
}

const apiDown: Alert = allDown('apiserver', {
  name: 'KubernetesApiDown', severity: 'critical', impact: 'Prometheus cannot discover targets, and Kubernetes starts and repairs nothing.',
})

function throttled(own: Matcher): Alert {
  const container = sel('cadvisor', own, 'container!=""')
  return {
    name: 'ContainerThrottled', severity: 'info', for: '30m',
    expr: `
      sum by (namespace, pod, container) (rate(container_cpu_cfs_throttled_periods_total${container}[5m]))
      /
      sum by (namespace, pod, container) (rate(container_cpu_cfs_periods_total${container}[5m]))
      > 0.5`,
    summary: 'The container {{ $labels.container }} of {{ $labels.pod }} is slowed by its CPU limit',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.container }}) had to wait in {{ $value | humanizePercentage }} of its time slices.',
  }
}

function pods(own: Matcher): Alert[] {
  const state = (...matchers: Matcher[]) => sel('kube-state-metrics', own, ...matchers)
  return [
    {
      name: 'PodCrashLooping', severity: 'warning', for: '10m',
      expr: `max_over_time(kube_pod_container_status_waiting_reason${state('reason="CrashLoopBackOff"')}[5m]) >= 1`,
      summary: 'The container {{ $labels.container }} of {{ $labels.pod }} ends again and again',
      description: '{{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.container }}) ends after each start, and Kubernetes waits longer before each new one.',
    },
    {
      name: 'ContainerWaiting', severity: 'warning', for: '30m',
      expr: `sum by (namespace, pod, container, reason) (kube_pod_container_status_waiting_reason${state('reason!="CrashLoopBackOff"')}) > 0`,
      summary: 'The container {{ $labels.container }} of {{ $labels.pod }} does not start',
      description: '{{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.container }}) has waited for 30 minutes: {{ $labels.reason }}.',
    },
    {
      name: 'ContainerOutOfMemory', severity: 'warning', for: '0m',
      expr: `
        increase(kube_pod_container_status_restarts_total${state()}[15m]) > 0
        and on (namespace, pod, container)
        kube_pod_container_status_last_terminated_reason${state('reason="OOMKilled"')} == 1`,
      summary: 'The container {{ $labels.container }} of {{ $labels.pod }} was out of memory',
      description: '{{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.container }}) was killed at its memory limit and started again within the last 15 minutes.',
    },
    {
      name: 'PodNotReady', severity: 'warning', for: '15m',
      expr: `
        max by (namespace, pod) (kube_pod_status_ready${state('condition="true"')}) == 0
        unless on (namespace, pod)
        kube_pod_status_phase${state('phase="Succeeded"')} == 1`,
      summary: 'The pod {{ $labels.pod }} is not ready',
      description: '{{ $labels.namespace }}/{{ $labels.pod }} has not been ready for 15 minutes.',
    },
  ]
}

function workloads(own: Matcher): Alert[] {
  const state = sel('kube-state-metrics', own)
  return [
    {
      name: 'StatefulSetReplicasMissing', severity: 'warning', for: '15m',
      expr: `kube_statefulset_replicas${state} - kube_statefulset_status_replicas_ready${state} > 0`,
      summary: 'The StatefulSet {{ $labels.statefulset }} is not complete',
      description: '{{ $value }} replicas of the StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} have not been ready for 15 minutes.',
    },
    {
      name: 'DeploymentReplicasMissing', severity: 'warning', for: '15m',
      expr: `kube_deployment_spec_replicas${state} - kube_deployment_status_replicas_available${state} > 0`,
      summary: 'The Deployment {{ $labels.deployment }} is not complete',
      description: '{{ $value }} replicas of the Deployment {{ $labels.namespace }}/{{ $labels.deployment }} have not been available for 15 minutes.',
    },
    {
      name: 'DaemonSetPodsMissing', severity: 'warning', for: '15m',
      expr: `kube_daemonset_status_desired_number_scheduled${state} - kube_daemonset_status_number_available${state} > 0`,
      summary: 'The DaemonSet {{ $labels.daemonset }} is not on all nodes',
      description: '{{ $value }} nodes have had no available pod of {{ $labels.namespace }}/{{ $labels.daemonset }} for 15 minutes.',
    },
  ]
}

function disruptionBudget(own: Matcher): Alert {
  const state = sel('kube-state-metrics', own)
  return {
    name: 'PodDisruptionBudgetAtLimit', severity: 'warning', for: '30m',
    expr: `
      kube_poddisruptionbudget_status_pod_disruptions_allowed${state} == 0
      and kube_poddisruptionbudget_status_current_healthy${state} < kube_poddisruptionbudget_status_expected_pods${state}`,
    summary: 'No pod of {{ $labels.poddisruptionbudget }} may be evicted',
    description: 'Pods of {{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} are unhealthy, so that no other may be evicted: nodes cannot be drained, and the next failure is one too many.',
  }
}
