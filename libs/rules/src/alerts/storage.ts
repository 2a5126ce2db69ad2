import type { Active } from '../active.ts'
import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { ownNamespaces } from './common.ts'

/** The volumes of the stack, as kubelets measure them and Kubernetes knows them. */
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
      name: 'VolumeFillsSoon', severity: 'warning', for: '1h',
      expr: `
        ${free} < 0.2
        and predict_linear(${volume('kubelet_volume_stats_available_bytes')}[6h], 4 * 24 * 3600) < 0`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} will be full within four days.',
      description: `The volume of ${claim} has {{ $value | humanizePercentage }} left, and at the speed of the `
        + 'last 6 hours none in four days.',
    },
    {
      name: 'VolumeAlmostFull', severity: 'critical', for: '5m',
      expr: `${free} < 0.05`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} is nearly full.',
      description: `The volume of ${claim} has only {{ $value | humanizePercentage }} left. What writes to it will `
        + 'stop.',
    },
    {
      name: 'VolumeFewInodes', severity: 'warning', for: '30m',
      expr: `${volume('kubelet_volume_stats_inodes_free')} / (${volume('kubelet_volume_stats_inodes')} > 0) < 0.1`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} runs out of inodes.',
      description: `The volume of ${claim} has {{ $value | humanizePercentage }} of its inodes left.`,
    },
  ]
}

function objects(namespaces: Matcher[]): Statement[] {
  return [
    {
      name: 'PersistentVolumeFailed', severity: 'critical', for: '5m',
      expr: `${series('kube_persistentvolume_status_phase', 'kube-state-metrics', 'phase="Failed"')} == 1`,
      summary: 'The volume {{ $labels.persistentvolume }} has failed.',
      description: 'Kubernetes could not reclaim the volume {{ $labels.persistentvolume }}; nobody can use it '
        + 'until somebody cleans it up.',
    },
    {
      name: 'PersistentVolumeClaimPending', severity: 'warning', for: '15m',
      expr: `${series('kube_persistentvolumeclaim_status_phase', 'kube-state-metrics', ...namespaces, 'phase=~"Pending|Lost"')} == 1`,
      summary: 'The claim {{ $labels.persistentvolumeclaim }} has no volume.',
      description: `${claim} has been in the phase {{ $labels.phase }} for 15 minutes; its pod cannot run.`,
    },
  ]
}
