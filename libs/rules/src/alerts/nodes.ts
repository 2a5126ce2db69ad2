import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'
import { duration, ratio } from '../threshold.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'node-exporter', ...matchers)

/** File systems with data: not memory, images, or mounts that only repeat another. */
const disk = (metric: string) =>
  of(
    metric,
    'fstype!~"tmpfs|ramfs|overlay|squashfs|erofs|iso9660|nsfs"',
    'mountpoint!~"/var/lib/(kubelet|containerd|docker)/.+|/run/.*"',
  )

/** The nodes. */
export function nodeAlerts(): Alert[] {
  return [
    ...about('node-exporter', [nodeDown, ...filesystems, ...resources, ...clock, ...network]),
    ...about(null, [kubeletDown]),
    ...about('kube-state-metrics', [nodeNotReady]),
  ]
}

const nodeDown: Statement = {
  name: 'NodeDown',
  severity: 'warning',
  for: '10m',
  expr: `${of('up')} == 0`,
  summary: 'Node {{ $labels.node }} is down or not monitored.',
  description:
    'The node-exporter on {{ $labels.node }} ({{ $labels.instance }}) has not responded for 10 minutes: ' +
    'the node is down, or it is not being monitored.',
}

const kubeletDown: Statement = {
  name: 'KubeletDown',
  severity: 'critical',
  for: '10m',
  expr: `${series('up', 'kubelet')} == 0`,
  summary: 'The kubelet on {{ $labels.node }} is down.',
  description:
    'The kubelet on {{ $labels.node }} has not responded for 10 minutes. Kubernetes can neither start nor ' +
    'stop pods there.',
}

const nodeNotReady: Statement = {
  name: 'NodeNotReady',
  severity: 'critical',
  for: '15m',
  expr: `${series('kube_node_status_condition', 'kube-state-metrics', 'condition="Ready"', 'status="true"')} == 0`,
  summary: 'Node {{ $labels.node }} is not ready.',
  description:
    '{{ $labels.node }} has not been Ready for 15 minutes; Kubernetes evicts its pods. Pods with local ' +
    'volumes cannot move.',
}

const where = '{{ $labels.mountpoint }} on {{ $labels.node }}'

const filesystems: Statement[] = [
  {
    name: 'NodeFilesystemFillsSoon',
    severity: 'warning',
    for: '1h',
    thresholds: { free: ratio(0.25) },
    expr: `
      ${disk('node_filesystem_avail_bytes')} / ${disk('node_filesystem_size_bytes')} < %{free}
      and predict_linear(${disk('node_filesystem_avail_bytes')}[6h], 24 * 3600) < 0
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `File system ${where} is predicted to fill up within a day.`,
    description:
      `File system ${where} has {{ $value | humanizePercentage }} left and, at the rate of the last 6 ` +
      'hours, will be full within a day.',
  },
  {
    name: 'NodeFilesystemAlmostFull',
    severity: 'critical',
    for: '15m',
    thresholds: { free: ratio(0.05) },
    expr: `
      ${disk('node_filesystem_avail_bytes')} / ${disk('node_filesystem_size_bytes')} < %{free}
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `File system ${where} is almost full.`,
    description: `File system ${where} has only {{ $value | humanizePercentage }} left.`,
  },
  {
    name: 'NodeFilesystemFewInodes',
    severity: 'warning',
    for: '30m',
    thresholds: { free: ratio(0.1) },
    expr: `
      ${disk('node_filesystem_files_free')} / (${disk('node_filesystem_files')} > 0) < %{free}
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `File system ${where} is running out of inodes.`,
    description:
      `File system ${where} has {{ $value | humanizePercentage }} of its inodes left. Without inodes no ` +
      'file can be created, however much space is free.',
  },
  {
    name: 'NodeFilesystemReadOnly',
    severity: 'critical',
    for: '5m',
    expr: `${disk('node_filesystem_readonly')} == 1 and on (instance, device, mountpoint) ${disk('node_filesystem_readonly')} offset 1d == 0`,
    summary: `File system ${where} has become read-only.`,
    description:
      `File system ${where} ({{ $labels.device }}) was writable a day ago and is now read-only. The ` +
      'kernel usually remounts a file system read-only after disk errors.',
  },
]

const resources: Statement[] = [
  {
    name: 'NodeMemoryShort',
    severity: 'warning',
    for: '15m',
    thresholds: { used: ratio(0.93) },
    expr: 'instance:node_memory_utilisation:ratio > %{used}',
    summary: 'Node {{ $labels.node }} is running out of memory.',
    description:
      '{{ $value | humanizePercentage }} of the memory of {{ $labels.node }} is in use. The kernel will ' +
      'start killing processes.',
  },
  {
    name: 'NodeCpuSaturated',
    severity: 'info',
    for: '30m',
    thresholds: { used: ratio(0.9) },
    expr: 'instance:node_cpu_utilisation:ratio_rate5m > %{used}',
    summary: 'CPU saturated on {{ $labels.node }}.',
    description:
      'CPU utilisation of {{ $labels.node }} is {{ $value | humanizePercentage }}, and has been above %{used} ' +
      'for 30 minutes.',
  },
  {
    name: 'NodeConntrackFilling',
    severity: 'warning',
    for: '15m',
    thresholds: { used: ratio(0.8) },
    expr: `${of('node_nf_conntrack_entries')} / ${of('node_nf_conntrack_entries_limit')} > %{used}`,
    summary: 'The conntrack table of {{ $labels.node }} is almost full.',
    description:
      'The conntrack table of {{ $labels.node }} is {{ $value | humanizePercentage }} full. Once it is ' +
      'full, new connections are dropped.',
  },
]

const clock: Statement[] = [
  {
    name: 'NodeClockSkewed',
    severity: 'warning',
    for: '10m',
    thresholds: { offset: duration('100ms') },
    expr: `abs(${of('node_timex_offset_seconds')}) > %{offset}`,
    summary: 'The clock of {{ $labels.node }} is skewed.',
    description:
      'The clock of {{ $labels.node }} is {{ $value | humanizeDuration }} off its reference. Samples get ' +
      'wrong timestamps or are rejected.',
  },
  {
    name: 'NodeClockNotSynchronised',
    severity: 'warning',
    for: '15m',
    expr: `max_over_time(${of('node_timex_sync_status')}[5m]) == 0 and ${of('node_timex_maxerror_seconds')} >= 16`,
    summary: 'The clock of {{ $labels.node }} is not synchronised.',
    description:
      'The clock of {{ $labels.node }} has not been synchronised with a reference for 15 minutes, and the ' +
      'kernel estimates its error at 16 seconds or more.',
  },
]

const network: Statement[] = [
  {
    name: 'NodeNetworkErrors',
    severity: 'warning',
    for: '30m',
    thresholds: { errors: ratio(0.01) },
    expr: `
      (
        rate(${of('node_network_receive_errs_total')}[5m]) + rate(${of('node_network_transmit_errs_total')}[5m])
      ) / (
        rate(${of('node_network_receive_packets_total')}[5m]) + rate(${of('node_network_transmit_packets_total')}[5m])
      ) > %{errors}`,
    summary: 'Network errors on {{ $labels.node }}.',
    description:
      '{{ $value | humanizePercentage }} of the packets on {{ $labels.device }} of {{ $labels.node }} ' +
      'have had errors for 30 minutes.',
  },
]
