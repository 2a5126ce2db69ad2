import {
  BytesPerSecondIEC,
  IOOpsPerSecond,
  PacketsPerSecond,
  PercentUnit,
  Seconds,
} from '@grafana/grafana-foundation-sdk/units'
import { graph } from './panels.ts'
import { inCluster, rate, sumBy, sumOfRates } from './promql.ts'
import type { AuthoredSection } from './section.ts'

/** Matchers of the chosen nodes. */
export const node = (...more: string[]) => inCluster('node-exporter', 'node=~"$node"', ...more)

/** File systems that hold data; what is made of memory or mounted by containers says nothing about a disk. */
const disks = node(
  'fstype!~"tmpfs|ramfs|overlay|squashfs|nsfs|fuse.lxcfs"',
  'mountpoint!~"/var/lib/(kubelet|containerd|containers)/.+|/run/.+"',
)

/** The filled part of each of them. */
export const filled = `1 - node_filesystem_avail_bytes${disks} / node_filesystem_size_bytes${disks}`

/** Network devices that are not the other end of a pod's. */
const devices = node('device!~"lo|veth.*|cali.*|cilium.*|lxc.*|flannel.*|cni.*|docker.*|br-.*|nodelocaldns"')

export const disk: AuthoredSection = {
  title: 'Disks',
  component: null,
  panels: [
    graph({
      title: 'Space in use',
      unit: PercentUnit,
      max: 1,
      description: 'The filled part of each file system that holds data.',
      queries: [[filled, '{{node}} {{mountpoint}}']],
    }),
    graph({
      title: 'Inodes in use',
      unit: PercentUnit,
      max: 1,
      description: 'The used part of the inodes: at 100 % no file can be made, however much space is left.',
      queries: [
        [`1 - node_filesystem_files_free${disks} / (node_filesystem_files${disks} > 0)`, '{{node}} {{mountpoint}}'],
      ],
    }),
    graph({
      title: 'Busy',
      unit: PercentUnit,
      description: 'The part of the time in which the disk had requests; parallel devices can do more at 100 %.',
      queries: [[sumBy(['node', 'device'], rate('node_disk_io_time_seconds_total', node())), '{{node}} {{device}}']],
    }),
    graph({
      title: 'Read',
      unit: BytesPerSecondIEC,
      description: 'Bytes read from disks, by node.',
      queries: [[sumBy(['node'], rate('node_disk_read_bytes_total', node())), '{{node}}']],
    }),
    graph({
      title: 'Written',
      unit: BytesPerSecondIEC,
      description: 'Bytes written to disks, by node.',
      queries: [[sumBy(['node'], rate('node_disk_written_bytes_total', node())), '{{node}}']],
    }),
    graph({
      title: 'Operations',
      unit: IOOpsPerSecond,
      description: 'Reads and writes finished, by node.',
      queries: [
        [
          sumOfRates(
            ['node'],
            ['node_disk_reads_completed_total', node()],
            ['node_disk_writes_completed_total', node()],
          ),
          '{{node}}',
        ],
      ],
    }),
  ],
}

export const network: AuthoredSection = {
  title: 'Network',
  component: null,
  panels: [
    graph({
      title: 'Received',
      unit: BytesPerSecondIEC,
      description: "Bytes received by the nodes' own network devices.",
      queries: [[sumBy(['node'], rate('node_network_receive_bytes_total', devices)), '{{node}}']],
    }),
    graph({
      title: 'Sent',
      unit: BytesPerSecondIEC,
      description: "Bytes sent by the nodes' own network devices.",
      queries: [[sumBy(['node'], rate('node_network_transmit_bytes_total', devices)), '{{node}}']],
    }),
    graph({
      title: 'Errors and drops',
      unit: PacketsPerSecond,
      description: 'Packets that were received or sent with errors, or dropped.',
      queries: [
        [sumBy(['node'], rate('node_network_receive_errs_total', devices)), '{{node}} receive errors'],
        [sumBy(['node'], rate('node_network_transmit_errs_total', devices)), '{{node}} send errors'],
        [sumBy(['node'], rate('node_network_receive_drop_total', devices)), '{{node}} receive drops'],
        [sumBy(['node'], rate('node_network_transmit_drop_total', devices)), '{{node}} send drops'],
      ],
    }),
  ],
}

export const limits: AuthoredSection = {
  title: 'Limits and clock',
  component: null,
  panels: [
    graph({
      title: 'Tracked connections',
      unit: PercentUnit,
      max: 1,
      description: 'Entries of the connection table, of those it has room for. A full table drops new connections.',
      queries: [[`node_nf_conntrack_entries${node()} / node_nf_conntrack_entries_limit${node()}`, '{{node}}']],
    }),
    graph({
      title: 'File descriptors',
      unit: PercentUnit,
      description: 'Open files, of those that the kernel allows.',
      queries: [[`node_filefd_allocated${node()} / node_filefd_maximum${node()}`, '{{node}}']],
    }),
    graph({
      title: 'Clock offset',
      unit: Seconds,
      negative: true,
      description:
        "Distance of the node's clock from its time source. Samples of nodes that disagree end up out of order.",
      queries: [[`node_timex_offset_seconds${node()}`, '{{node}}']],
    }),
  ],
}
