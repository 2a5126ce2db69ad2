import type { Alert } from '../alert.ts'
import { series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'kube-state-metrics', ...matchers)
const kubelet = (metric: string, ...matchers: string[]) => series(metric, 'kubelet', ...matchers)

export const workloadAlerts: Alert[] = [
  {
    name: 'PodCrashLooping', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `max_over_time(${of('kube_pod_container_status_waiting_reason', 'reason="CrashLoopBackOff"')}[5m]) >= 1`,
    summary: 'A container crashes again and again.',
    description: 'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} ends soon after each start.',
  },
  {
    name: 'PodNotReady', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `sum by (namespace, pod) (${of('kube_pod_status_phase', 'phase=~"Pending|Unknown|Failed"')}) > 0`,
    summary: 'A pod does not get to run.',
    description: '{{ $labels.namespace }}/{{ $labels.pod }} has not been running for 15 minutes.',
  },
  {
    name: 'StatefulSetReplicasMissing', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `${of('kube_statefulset_status_replicas_ready')} != ${of('kube_statefulset_replicas')}`,
    summary: 'A StatefulSet has fewer ready pods than it should.',
    description: '{{ $labels.namespace }}/{{ $labels.statefulset }} has {{ printf "%.0f" $value }} ready pods.',
  },
  {
    name: 'DeploymentReplicasMissing', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `${of('kube_deployment_status_replicas_available')} != ${of('kube_deployment_spec_replicas')}`,
    summary: 'A Deployment has fewer available pods than it should.',
    description: '{{ $labels.namespace }}/{{ $labels.deployment }} has {{ printf "%.0f" $value }} available pods.',
  },
  {
    name: 'DisruptionBudgetExhausted', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `${of('kube_poddisruptionbudget_status_current_healthy')} < ${of('kube_poddisruptionbudget_status_desired_healthy')}`,
    summary: 'A component has fewer healthy pods than its budget demands.',
    description: '{{ $labels.namespace }}/{{ $labels.poddisruptionbudget }} has {{ printf "%.0f" $value }} healthy pods: one more loss may interrupt it, and nodes cannot be drained.',
  },
  {
    name: 'ContainerOutOfMemory', about: 'kube-state-metrics', severity: 'warning', for: '0s',
    expr: `increase(${of('kube_pod_container_status_restarts_total')}[10m]) > 0 and on (namespace, pod, container) ${of('kube_pod_container_status_last_terminated_reason', 'reason="OOMKilled"')} == 1`,
    summary: 'A container was killed for want of memory.',
    description: 'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} used more memory than its limit.',
  },
  {
    name: 'VolumeAlmostFull', about: null, severity: 'critical', for: '5m',
    expr: `${kubelet('kubelet_volume_stats_available_bytes')} / ${kubelet('kubelet_volume_stats_capacity_bytes')} < 0.05`,
    summary: 'A volume is almost full.',
    description: 'Only {{ $value | humanizePercentage }} of {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} are free.',
  },
  {
    name: 'VolumeFillsSoon', about: null, severity: 'warning', for: '1h',
    expr: `predict_linear(${kubelet('kubelet_volume_stats_available_bytes')}[6h], 2 * 24 * 3600) < 0 and ${kubelet('kubelet_volume_stats_available_bytes')} / ${kubelet('kubelet_volume_stats_capacity_bytes')} < 0.3`,
    summary: 'A volume is full within two days.',
    description: '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is full within two days if it goes on like the last six hours.',
  },
  {
    name: 'PersistentVolumeFailed', about: 'kube-state-metrics', severity: 'critical', for: '5m',
    expr: `${of('kube_persistentvolume_status_phase', 'phase=~"Failed|Pending"')} > 0`,
    summary: 'A volume cannot be used.',
    description: 'Volume {{ $labels.persistentvolume }} is {{ $labels.phase }}.',
  },
  {
    name: 'PersistentVolumeClaimPending', about: 'kube-state-metrics', severity: 'warning', for: '15m',
    expr: `${of('kube_persistentvolumeclaim_status_phase', 'phase="Pending"')} > 0`,
    summary: 'A claim finds no volume.',
    description: '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is not bound: no volume of its size and class is there.',
  },
]
