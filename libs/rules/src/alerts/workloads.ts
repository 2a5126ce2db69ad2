import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { ownNamespaces } from './common.ts'
import { ratio } from '../threshold.ts'

/** The state of the stack's workloads in Kubernetes; other namespaces are out of scope. */
export function workloadAlerts(active: Active): Alert[] {
  const own = ownNamespaces(active)
  return [
    ...about(null, [throttled(own)]),
    ...about('kube-state-metrics', [...pods(own), ...workloads(own), disruptionBudget(own)]),
  ]
}

function throttled(own: Matcher[]): Statement {
  const container = (metric: string) => series(metric, 'cadvisor', ...own, 'container!=""')
  return {
    name: 'ContainerThrottled',
    severity: 'info',
    for: '30m',
    thresholds: { throttled: ratio(0.5) },
    expr: `
      sum by (namespace, pod, container) (rate(${container('container_cpu_cfs_throttled_periods_total')}[5m]))
      /
      sum by (namespace, pod, container) (rate(${container('container_cpu_cfs_periods_total')}[5m]))
      > %{throttled}`,
    summary: 'Container {{ $labels.container }} of {{ $labels.pod }} is CPU throttled.',
    description:
      'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} is throttled in ' +
      '{{ $value | humanizePercentage }} of its CPU periods.',
  }
}

function pods(own: Matcher[]): Statement[] {
  const state = (metric: string, ...matchers: Matcher[]) => series(metric, 'kube-state-metrics', ...own, ...matchers)
  return [
    {
      name: 'PodCrashLooping',
      severity: 'warning',
      for: '10m',
      expr: `max_over_time(${state('kube_pod_container_status_waiting_reason', 'reason="CrashLoopBackOff"')}[5m]) >= 1`,
      summary: 'Container {{ $labels.container }} of {{ $labels.pod }} is crash looping.',
      description:
        'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} keeps crashing ' +
        'after start and is in CrashLoopBackOff.',
    },
    {
      name: 'ContainerWaiting',
      severity: 'warning',
      for: '30m',
      expr: `sum by (namespace, pod, container, reason) (${state('kube_pod_container_status_waiting_reason', 'reason!="CrashLoopBackOff"')}) > 0`,
      summary: 'Container {{ $labels.container }} of {{ $labels.pod }} is not starting.',
      description:
        'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} has been waiting ' +
        'for 30 minutes: {{ $labels.reason }}.',
    },
    {
      name: 'ContainerOutOfMemory',
      severity: 'warning',
      for: '0s',
      expr: `
        increase(${state('kube_pod_container_status_restarts_total')}[15m]) > 0
        and on (namespace, pod, container)
        ${state('kube_pod_container_status_last_terminated_reason', 'reason="OOMKilled"')} == 1`,
      summary: 'Container {{ $labels.container }} of {{ $labels.pod }} was OOM killed.',
      description:
        'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} was killed at its ' +
        'memory limit and restarted in the last 15 minutes.',
    },
    {
      name: 'PodNotReady',
      severity: 'warning',
      for: '15m',
      expr: `
        max by (namespace, pod) (${state('kube_pod_status_ready', 'condition="true"')}) == 0
        unless on (namespace, pod)
        ${state('kube_pod_status_phase', 'phase="Succeeded"')} == 1`,
      summary: 'Pod {{ $labels.pod }} is not ready.',
      description: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} has not been ready for 15 minutes.',
    },
  ]
}

function workloads(own: Matcher[]): Statement[] {
  const state = (metric: string) => series(metric, 'kube-state-metrics', ...own)
  return [
    {
      name: 'StatefulSetReplicasMissing',
      severity: 'warning',
      for: '15m',
      expr: `${state('kube_statefulset_replicas')} - ${state('kube_statefulset_status_replicas_ready')} > 0`,
      summary: 'StatefulSet {{ $labels.statefulset }} is missing replicas.',
      description:
        '{{ $value }} replicas of StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} have not ' +
        'been ready for 15 minutes.',
    },
    {
      // A rollout that moves is not pending, however many pods it still has before it: those of zones wait for each other.
      name: 'StatefulSetRolloutPending',
      severity: 'warning',
      for: '15m',
      expr: `
        ${state('kube_statefulset_replicas')} - ${state('kube_statefulset_status_replicas_updated')} > 0
        unless on (namespace)
        sum by (namespace) (changes(${state('kube_statefulset_status_replicas_updated')}[1h])) > 0`,
      summary: 'The rollout of StatefulSet {{ $labels.statefulset }} does not go on.',
      description:
        '{{ $value }} replicas of StatefulSet {{ $labels.namespace }}/{{ $labels.statefulset }} are not of its ' +
        'newest revision, and none was replaced in the last hour.',
    },
    {
      name: 'DeploymentReplicasMissing',
      severity: 'warning',
      for: '15m',
      expr: `${state('kube_deployment_spec_replicas')} - ${state('kube_deployment_status_replicas_available')} > 0`,
      summary: 'Deployment {{ $labels.deployment }} is missing replicas.',
      description:
        '{{ $value }} replicas of Deployment {{ $labels.namespace }}/{{ $labels.deployment }} have not ' +
        'been available for 15 minutes.',
    },
    {
      name: 'DaemonSetPodsMissing',
      severity: 'warning',
      for: '15m',
      expr: `${state('kube_daemonset_status_desired_number_scheduled')} - ${state('kube_daemonset_status_number_available')} > 0`,
      summary: 'DaemonSet {{ $labels.daemonset }} is missing pods.',
      description:
        '{{ $value }} nodes have had no available pod of DaemonSet ' +
        '{{ $labels.namespace }}/{{ $labels.daemonset }} for 15 minutes.',
    },
  ]
}

function disruptionBudget(own: Matcher[]): Statement {
  const state = (metric: string) => series(metric, 'kube-state-metrics', ...own)
  return {
    name: 'DisruptionBudgetExhausted',
    severity: 'warning',
    for: '30m',
    expr: `
      ${state('kube_poddisruptionbudget_status_pod_disruptions_allowed')} == 0
      and ${state('kube_poddisruptionbudget_status_current_healthy')} < ${state('kube_poddisruptionbudget_status_expected_pods')}`,
    summary: 'PodDisruptionBudget {{ $labels.poddisruptionbudget }} allows no evictions.',
    description:
      'Pods of {{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} are unhealthy, so no other pod ' +
      'may be evicted: nodes cannot be drained, and the component does not tolerate another failure.',
  }
}
