import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { whenPresent } from './common.ts'

/** The volumes of the stack, as kubelets measure them and Kubernetes knows them. */
export function storage({ components, namespace }: ActiveParts): Group[] {
  return [
    { name: 'storage.usage', alerts: usage(sel('kubelet', `namespace="${namespace}"`)) },
    ...whenPresent(components.has('kube-state-metrics'), 'storage.objects', { alerts: objects(namespace) }),
  ]
}

const claim = '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}'

function usage(volume: string): Alert[] {
  const free = `kubelet_volume_stats_available_bytes${volume} / kubelet_volume_stats_capacity_bytes${volume}`
  return [
    {
      name: 'PersistentVolumeFilling', severity: 'warning', for: '1h',
      expr: `
        ${free} < 0.2
        and predict_linear(kubelet_volume_stats_available_bytes${volume}[6h], 4 * 24 * 3600) < 0`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} will be full within four days',
      description: `The volume of ${claim} has {{ $value | humanizePercentage }} left, and at the speed of the last 6 hours none in four days.`,
    },
    {
      name: 'PersistentVolumeFilling', severity: 'critical', for: '5m',
      expr: `${free} < 0.05`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} is nearly full',
      description: `The volume of ${claim} has only {{ $value | humanizePercentage }} left. What writes to it will stop.`,
    },
    {
      name: 'PersistentVolumeInodesFilling', severity: 'warning', for: '30m',
      expr: `kubelet_volume_stats_inodes_free${volume} / (kubelet_volume_stats_inodes${volume} > 0) < 0.1`,
      summary: 'The volume of {{ $labels.persistentvolumeclaim }} runs out of inodes',
      description: `The volume of ${claim} has {{ $value | humanizePercentage }} of its inodes left.`,
    },
  ]
}

function objects(namespace: string): Alert[] {
  return [
    {
      name: 'PersistentVolumeFailed', severity: 'critical', for: '5m',
      expr: `kube_persistentvolume_status_phase${sel('kube-state-metrics', 'phase="Failed"')} == 1`,
      summary: 'The volume {{ $labels.persistentvolume }} has failed',
      description: 'Kubernetes could not reclaim the volume {{ $labels.persistentvolume }}; nobody can use it until somebody cleans it up.',
    },
    {
      name: 'PersistentVolumeClaimUnbound', severity: 'warning', for: '15m',
      expr: `kube_persistentvolumeclaim_status_phase${sel('kube-state-metrics', `namespace="${namespace}"`, 'phase=~"Pending|Lost"')} == 1`,
      summary: 'The claim {{ $labels.persistentvolumeclaim }} has no volume',
      description: `${claim} has been in the phase {{ $labels.phase }} for 15 minutes; its pod cannot run.`,
    },
  ]
}
