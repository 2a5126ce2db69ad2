import { about, type Alert, type Statement } from '../alert.ts'
import { type Matcher, series } from '../jobs.ts'

const of = (metric: string, ...matchers: Matcher[]) => series(metric, 'node-exporter', ...matchers)

/** File systems with data: not memory, images, or mounts that only repeat another. */
const disk = (metric: string) => of(metric,
  'fstype!~"tmpfs|ramfs|overlay|squashfs|erofs|iso9660|nsfs"', 'mountpoint!~"/var/lib/(kubelet|containerd|docker)/.+|/run/.*"')

/** The machines below everything. */
export function nodeAlerts(): Alert[] {
  return [
    ...about('node-exporter', [nodeDown, ...filesystems, ...resources, ...clock, ...network]),
    ...about(null, [kubeletDown]),
    ...about('kube-state-metrics', [nodeNotReady]),
  ]
}

const nodeDown: Statement = {
  name: 'NodeDown', severity: 'warning', for: '10m',
  expr: `${of('up')} == 0`,
  summary: 'The node {{ $labels.node }} does not report.',
  description: 'The node-exporter of {{ $labels.node }} ({{ $labels.instance }}) has not answered for 10 minutes: '
    + 'the node is down, or nobody watches it.',
}

const kubeletDown: Statement = {
  name: 'KubeletDown', severity: 'critical', for: '10m',
  expr: `${series('up', 'kubelet')} == 0`,
  summary: 'The kubelet of {{ $labels.node }} does not answer.',
  description: 'The kubelet of {{ $labels.node }} has not answered for 10 minutes. Kubernetes can neither start '
    + 'nor stop pods there.',
}

const nodeNotReady: Statement = {
  name: 'NodeNotReady', severity: 'critical', for: '15m',
  expr: `${series('kube_node_status_condition', 'kube-state-metrics', 'condition="Ready"', 'status="true"')} == 0`,
  summary: 'The node {{ $labels.node }} is not ready.',
  description: 'Kubernetes has held {{ $labels.node }} for not ready for 15 minutes and moves its pods away; those '
    + 'with local volumes cannot move.',
}

const where = '{{ $labels.mountpoint }} of {{ $labels.node }}'

const filesystems: Statement[] = [
  {
    name: 'NodeFilesystemFillsSoon', severity: 'warning', for: '1h',
    expr: `
      ${disk('node_filesystem_avail_bytes')} / ${disk('node_filesystem_size_bytes')} < 0.25
      and predict_linear(${disk('node_filesystem_avail_bytes')}[6h], 24 * 3600) < 0
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `${where} will be full within a day.`,
    description: `${where} has {{ $value | humanizePercentage }} left, and at the speed of the last 6 hours none `
      + 'in a day.',
  },
  {
    name: 'NodeFilesystemAlmostFull', severity: 'critical', for: '15m',
    expr: `
      ${disk('node_filesystem_avail_bytes')} / ${disk('node_filesystem_size_bytes')} < 0.05
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `${where} is nearly full.`,
    description: `${where} has only {{ $value | humanizePercentage }} left.`,
  },
  {
    name: 'NodeFilesystemFewInodes', severity: 'warning', for: '30m',
    expr: `
      ${disk('node_filesystem_files_free')} / (${disk('node_filesystem_files')} > 0) < 0.1
      and ${disk('node_filesystem_readonly')} == 0`,
    summary: `${where} runs out of inodes.`,
    description: `${where} has {{ $value | humanizePercentage }} of its inodes left. Without inodes no file can be `
      + 'made, whatever space there is.',
  },
  {
    name: 'NodeFilesystemReadOnly', severity: 'critical', for: '5m',
    expr: `${disk('node_filesystem_readonly')} == 1 and on (instance, device, mountpoint) ${disk('node_filesystem_readonly')} offset 1d == 0`,
    summary: `${where} has become read-only.`,
    description: `${where} ({{ $labels.device }}) was writable a day ago and is not now. The kernel does that `
      + 'after errors of the disk.',
  },
]

const resources: Statement[] = [
  {
    name: 'NodeMemoryShort', severity: 'warning', for: '15m',
    expr: 'instance:node_memory_utilisation:ratio > 0.93',
    summary: 'The node {{ $labels.node }} has little memory left.',
    description: '{{ $value | humanizePercentage }} of the memory of {{ $labels.node }} is in use. The kernel will '
      + 'kill processes.',
  },
  {
    name: 'NodeCpuSaturated', severity: 'info', for: '30m',
    expr: 'instance:node_cpu_utilisation:ratio_rate5m > 0.9',
    summary: 'The processors of {{ $labels.node }} are busy.',
    description: 'The processors of {{ $labels.node }} have been busy for {{ $value | humanizePercentage }} of the '
      + 'time for half an hour.',
  },
  {
    name: 'NodeConntrackFilling', severity: 'warning', for: '15m',
    expr: `${of('node_nf_conntrack_entries')} / ${of('node_nf_conntrack_entries_limit')} > 0.8`,
    summary: 'The node {{ $labels.node }} tracks nearly as many connections as it can.',
    description: 'The table of connections of {{ $labels.node }} is full to {{ $value | humanizePercentage }}. '
      + 'When it is full, new connections are dropped.',
  },
]

const clock: Statement[] = [
  {
    name: 'NodeClockSkewed', severity: 'warning', for: '10m',
    expr: `abs(${of('node_timex_offset_seconds')}) > 0.1`,
    summary: 'The clock of {{ $labels.node }} is wrong.',
    description: 'The clock of {{ $labels.node }} differs by {{ $value | humanizeDuration }} from its reference. '
      + 'Samples get wrong times or are refused.',
  },
  {
    name: 'NodeClockNotSynchronised', severity: 'warning', for: '15m',
    expr: `max_over_time(${of('node_timex_sync_status')}[5m]) == 0 and ${of('node_timex_maxerror_seconds')} >= 16`,
    summary: 'The clock of {{ $labels.node }} is not synchronised.',
    description: 'The kernel of {{ $labels.node }} has had no reference for its clock for a while and puts its '
      + 'error at 16 seconds or more.',
  },
]

const network: Statement[] = [
  {
    name: 'NodeNetworkErrors', severity: 'warning', for: '30m',
    expr: `
      (
        rate(${of('node_network_receive_errs_total')}[5m]) + rate(${of('node_network_transmit_errs_total')}[5m])
      ) / (
        rate(${of('node_network_receive_packets_total')}[5m]) + rate(${of('node_network_transmit_packets_total')}[5m])
      ) > 0.01`,
    summary: 'The network of {{ $labels.node }} has errors.',
    description: '{{ $value | humanizePercentage }} of the packets on {{ $labels.device }} of {{ $labels.node }} '
      + 'are damaged.',
  },
]
