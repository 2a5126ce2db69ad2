import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { ownNamespaces } from './common.ts'
import { ratio } from '../threshold.ts'

/** The stack's volumes, as reported by the kubelets and by Kubernetes. */
export function storageAlerts(active: Active): Alert[] {
  const namespaces = ownNamespaces(active)
  return [...about(null, usage(namespaces)), ...about('kube-state-metrics', objects(namespaces))]
}

const claim = '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}'

function usage(namespaces: Matcher[]): Statement[] {
  const volume = (metric: string) => series(metric, 'kubelet', ...namespaces)
  const free = `${volume('kubelet_volume_stats_available_bytes')} / ${volume('kubelet_volume_stats_capacity_bytes')}`
  return [
    {
      name: 'VolumeFillsSoon',
      severity: 'warning',
      for: '1h',
      thresholds: { free: ratio(0.2) },
      expr: `
        ${free} < %{free}
        and predict_linear(${volume('kubelet_volume_stats_available_bytes')}[6h], 4 * 24 * 3600) < 0`,
      summary: 'Volume {{ $labels.persistentvolumeclaim }} is predicted to fill up within four days.',
      description:
        `Volume ${claim} has {{ $value | humanizePercentage }} left and, at the rate of the last 6 hours, ` +
        'will be full within four days.',
    },
    {
      name: 'VolumeAlmostFull',
      severity: 'critical',
      for: '5m',
      thresholds: { free: ratio(0.05) },
      expr: `${free} < %{free}`,
      summary: 'Volume {{ $labels.persistentvolumeclaim }} is almost full.',
      description:
        `Volume ${claim} has only {{ $value | humanizePercentage }} left. Once it is full, its pod can no ` +
        'longer write.',
    },
    {
      name: 'VolumeFewInodes',
      severity: 'warning',
      for: '30m',
      thresholds: { free: ratio(0.1) },
      expr: `${volume('kubelet_volume_stats_inodes_free')} / (${volume('kubelet_volume_stats_inodes')} > 0) < %{free}`,
      summary: 'Volume {{ $labels.persistentvolumeclaim }} is running out of inodes.',
      description: `Volume ${claim} has {{ $value | humanizePercentage }} of its inodes left.`,
    },
  ]
}

function objects(namespaces: Matcher[]): Statement[] {
  return [
    {
      name: 'PersistentVolumeFailed',
      severity: 'critical',
      for: '5m',
      expr: `${series('kube_persistentvolume_status_phase', 'kube-state-metrics', 'phase="Failed"')} == 1`,
      summary: 'PersistentVolume {{ $labels.persistentvolume }} is in phase Failed.',
      description:
        'Kubernetes could not reclaim PersistentVolume {{ $labels.persistentvolume }}; it cannot be used ' +
        'again until it is cleaned up manually.',
    },
    {
      name: 'PersistentVolumeClaimPending',
      severity: 'warning',
      for: '15m',
      expr: `${series('kube_persistentvolumeclaim_status_phase', 'kube-state-metrics', ...namespaces, 'phase=~"Pending|Lost"')} == 1`,
      summary: 'PersistentVolumeClaim {{ $labels.persistentvolumeclaim }} has no volume.',
      description:
        `PersistentVolumeClaim ${claim} has been in phase {{ $labels.phase }} for 15 minutes; its pod ` + 'cannot run.',
    },
  ]
}
