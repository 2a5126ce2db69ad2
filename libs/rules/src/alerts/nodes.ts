import type { Alert } from '../alert.ts'
import { series } from '../jobs.ts'

const of = (metric: string, ...matchers: string[]) => series(metric, 'node-exporter', ...matchers)
/** File systems with data, not those of the kernel or of containers. */
const disks = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660|nsfs"'

export const nodeAlerts: Alert[] = [
  {
    name: 'NodeFilesystemAlmostFull', about: 'node-exporter', severity: 'critical', for: '15m',
    expr: `${of('node_filesystem_avail_bytes', disks)} / ${of('node_filesystem_size_bytes', disks)} < 0.05 and ${of('node_filesystem_readonly', disks)} == 0`,
    summary: 'A disk of a node is almost full.',
    description: 'Only {{ $value | humanizePercentage }} of {{ $labels.mountpoint }} on {{ $labels.node }} are free.',
  },
  {
    name: 'NodeFilesystemFillsSoon', about: 'node-exporter', severity: 'warning', for: '1h',
    expr: `predict_linear(${of('node_filesystem_avail_bytes', disks)}[6h], 24 * 3600) < 0 and ${of('node_filesystem_avail_bytes', disks)} / ${of('node_filesystem_size_bytes', disks)} < 0.3 and ${of('node_filesystem_readonly', disks)} == 0`,
    summary: 'A disk of a node is full within a day.',
    description: '{{ $labels.mountpoint }} on {{ $labels.node }} is full within a day if it goes on like the last six hours.',
  },
  {
    name: 'NodeFilesystemReadOnly', about: 'node-exporter', severity: 'critical', for: '5m',
    expr: `${of('node_filesystem_readonly', disks)} == 1 and ${of('node_filesystem_readonly', disks)} offset 1h == 0`,
    summary: 'A file system has become read-only.',
    description: '{{ $labels.mountpoint }} on {{ $labels.node }} can no longer be written: the disk may be failing.',
  },
  {
    name: 'NodeFilesystemFewInodes', about: 'node-exporter', severity: 'warning', for: '1h',
    expr: `${of('node_filesystem_files_free', disks)} / ${of('node_filesystem_files', disks)} < 0.05 and ${of('node_filesystem_readonly', disks)} == 0`,
    summary: 'A file system can hold few more files.',
    description: 'Only {{ $value | humanizePercentage }} of the inodes of {{ $labels.mountpoint }} on {{ $labels.node }} are free.',
  },
  {
    name: 'NodeMemoryShort', about: 'node-exporter', severity: 'warning', for: '15m',
    expr: `${of('node_memory_MemAvailable_bytes')} / ${of('node_memory_MemTotal_bytes')} < 0.05`,
    summary: 'A node is short of memory.',
    description: 'Only {{ $value | humanizePercentage }} of the memory of {{ $labels.node }} are available.',
  },
  {
    name: 'NodeCpuSaturated', about: 'node-exporter', severity: 'info', for: '30m',
    expr: 'instance:node_cpu_utilisation:ratio_rate5m > 0.95',
    summary: 'A node has no processor time left.',
    description: 'The processors of {{ $labels.node }} have been busy for {{ $value | humanizePercentage }} of the time.',
  },
  {
    name: 'NodeClockNotSynchronised', about: 'node-exporter', severity: 'warning', for: '10m',
    expr: `min_over_time(${of('node_timex_sync_status')}[5m]) == 0 and ${of('node_timex_maxerror_seconds')} >= 16`,
    summary: 'The clock of a node is not synchronised.',
    description: 'The clock of {{ $labels.node }} follows no time server; samples with wrong times are refused.',
  },
  {
    name: 'NodeClockSkewed', about: 'node-exporter', severity: 'warning', for: '10m',
    expr: `abs(${of('node_timex_offset_seconds')}) > 0.05`,
    summary: 'The clock of a node is wrong.',
    description: 'The clock of {{ $labels.node }} is {{ printf "%.2f" $value }} s away from its time server.',
  },
  {
    name: 'NodeNetworkErrors', about: 'node-exporter', severity: 'warning', for: '1h',
    expr: `rate(${of('node_network_receive_errs_total')}[5m]) / rate(${of('node_network_receive_packets_total')}[5m]) > 0.01 or rate(${of('node_network_transmit_errs_total')}[5m]) / rate(${of('node_network_transmit_packets_total')}[5m]) > 0.01`,
    summary: 'A network interface has errors.',
    description: '{{ $value | humanizePercentage }} of the packets at {{ $labels.device }} of {{ $labels.node }} are damaged.',
  },
  {
    name: 'NodeNotReady', about: 'kube-state-metrics', severity: 'warning', for: '10m',
    expr: `${series('kube_node_status_condition', 'kube-state-metrics', 'condition="Ready"', 'status="true"')} == 0`,
    summary: 'A node is not ready.',
    description: '{{ $labels.node }} has not been ready for 10 minutes; its pods are moved where their volumes allow it.',
  },
]
