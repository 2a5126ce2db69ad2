import type { ActiveParts } from '../active.ts'
import type { Alert, Group } from '../definition.ts'
import { sel } from '../jobs.ts'
import { whenPresent } from './common.ts'

const self = sel('node-exporter')
/** Without what is memory, an image, or a mount that only repeats another. */
const disk = sel('node-exporter', 'fstype!~"tmpfs|ramfs|overlay|squashfs|erofs|iso9660|nsfs"', 'mountpoint!~"/var/lib/(kubelet|containerd|docker)/.+|/run/.*"')

/** The machines below everything. */
export function nodes({ components }: ActiveParts): Group[] {
  return [
    ...whenPresent(components.has('node-exporter'), 'nodes', { alerts: [nodeDown, ...filesystems, ...resources, ...clock, ...network] }),
    { name: 'nodes.kubelet', alerts: [kubeletDown] },
    ...whenPresent(components.has('kube-state-metrics'), 'nodes.conditions', { alerts: [nodeNotReady] }),
  ]
}

const nodeDown: Alert = {
  name: 'NodeExporterDown', severity: 'warning', for: '10m',
  expr: `up${self} == 0`,
  summary: 'The node {{ $labels.node }} does not report',
  description: 'The node-exporter of {{ $labels.node }} ({{ $labels.instance }}) has not answered for 10 minutes: the node is down, or nobody watches it.',
}

const kubeletDown: Alert = {
  name: 'KubeletDown', severity: 'critical', for: '10m',
  expr: `up${sel('kubelet')} == 0`,
  summary: 'The kubelet of {{ $labels.node }} does not answer',
  description: 'The kubelet of {{ $labels.node }} has not answered for 10 minutes. Kubernetes can neither start nor stop pods there.',
}

const nodeNotReady: Alert = {
  name: 'NodeNotReady', severity: 'critical', for: '15m',
  expr: `kube_node_status_condition${sel('kube-state-metrics', 'condition="Ready"', 'status="true"')} == 0`,
  summary: 'The node {{ $labels.node }} is not ready',
  description: 'Kubernetes has held {{ $labels.node }} for not ready for 15 minutes and moves its pods away; those with local volumes cannot move.',
}

const where = '{{ $labels.mountpoint }} of {{ $labels.node }}'

const filesystems: Alert[] = [
  {
    name: 'NodeFilesystemFilling', severity: 'warning', for: '1h',
    expr: `
      node_filesystem_avail_bytes${disk} / node_filesystem_size_bytes${disk} < 0.25
      and predict_linear(node_filesystem_avail_bytes${disk}[6h], 24 * 3600) < 0
      and node_filesystem_readonly${disk} == 0`,
    summary: `${where} will be full within a day`,
    description: `${where} has {{ $value | humanizePercentage }} left, and at the speed of the last 6 hours none in a day.`,
  },
  {
    name: 'NodeFilesystemFilling', severity: 'critical', for: '15m',
    expr: `
      node_filesystem_avail_bytes${disk} / node_filesystem_size_bytes${disk} < 0.05
      and node_filesystem_readonly${disk} == 0`,
    summary: `${where} is nearly full`,
    description: `${where} has only {{ $value | humanizePercentage }} left.`,
  },
  {
    name: 'NodeInodesFilling', severity: 'warning', for: '30m',
    expr: `
      node_filesystem_files_free${disk} / (node_filesystem_files${disk} > 0) < 0.1
      and node_filesystem_readonly${disk} == 0`,
    summary: `${where} runs out of inodes`,
    description: `${where} has {{ $value | humanizePercentage }} of its inodes left. Without inodes no file can be made, whatever space there is.`,
  },
  {
    name: 'NodeFilesystemReadonly', severity: 'critical', for: '5m',
    expr: `node_filesystem_readonly${disk} == 1 and on (instance, device, mountpoint) node_filesystem_readonly${disk} offset 1d == 0`,
    summary: `${where} has become read-only`,
    description: `${where} ({{ $labels.device }}) was writable a day ago and is not now. The kernel does that after errors of the disk.`,
  },
]

const resources: Alert[] = [
  {
    name: 'NodeMemoryPressure', severity: 'warning', for: '15m',
    expr: 'node:node_memory_utilisation:ratio > 0.93',
    summary: 'The node {{ $labels.node }} has little memory left',
    description: '{{ $value | humanizePercentage }} of the memory of {{ $labels.node }} is in use. The kernel will kill processes.',
  },
  {
    name: 'NodeCpuSaturated', severity: 'info', for: '30m',
    expr: 'node:node_cpu_utilisation:ratio_rate5m > 0.9',
    summary: 'The processors of {{ $labels.node }} are busy',
    description: 'The processors of {{ $labels.node }} have been busy for {{ $value | humanizePercentage }} of the time for half an hour.',
  },
  {
    name: 'NodeConntrackFilling', severity: 'warning', for: '15m',
    expr: `node_nf_conntrack_entries${self} / node_nf_conntrack_entries_limit${self} > 0.8`,
    summary: 'The node {{ $labels.node }} tracks nearly as many connections as it can',
    description: 'The table of connections of {{ $labels.node }} is full to {{ $value | humanizePercentage }}. When it is full, new connections are dropped.',
  },
]

const clock: Alert[] = [
  {
    name: 'NodeClockSkewed', severity: 'warning', for: '10m',
    expr: `abs(node_timex_offset_seconds${self}) > 0.1`,
    summary: 'The clock of {{ $labels.node }} is wrong',
    description: 'The clock of {{ $labels.node }} differs by {{ $value | humanizeDuration }} from its reference. Samples get wrong times or are refused.',
  },
  {
    name: 'NodeClockNotSynchronising', severity: 'warning', for: '15m',
    expr: `max_over_time(node_timex_sync_status${self}[5m]) == 0 and node_timex_maxerror_seconds${self} >= 16`,
    summary: 'The clock of {{ $labels.node }} is not synchronised',
    description: 'The kernel of {{ $labels.node }} has had no reference for its clock for a while and puts its error at 16 seconds or more.',
  },
]

const network: Alert[] = [
  {
    name: 'NodeNetworkErrors', severity: 'warning', for: '30m',
    expr: `
      (
        rate(node_network_receive_errs_total${self}[5m]) + rate(node_network_transmit_errs_total${self}[5m])
      ) / (
        rate(node_network_receive_packets_total${self}[5m]) + rate(node_network_transmit_packets_total${self}[5m])
      ) > 0.01`,
    summary: 'The network of {{ $labels.node }} has errors',
    description: '{{ $value | humanizePercentage }} of the packets on {{ $labels.device }} of {{ $labels.node }} are damaged.',
  },
]
