import { clusterVariable, manyOf } from './frame.ts'
import { cpu, memory, overview } from './node-compute.ts'
import { disk, limits, network } from './node-devices.ts'
import type { AuthoredDashboard } from './section.ts'

/** The machines. */
export const nodes: AuthoredDashboard = {
  frame: {
    uid: 'fleet-nodes',
    title: 'Nodes',
    description: "CPU, memory, disks and network of the cluster's nodes, from node-exporter.",
    variables: [
      clusterVariable(),
      manyOf('node', 'Node', 'label_values(node_uname_info{cluster="$cluster", job="node-exporter"}, node)'),
    ],
  },
  sections: [overview, cpu, memory, disk, network, limits],
}
