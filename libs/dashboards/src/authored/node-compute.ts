import { BytesIEC, DurationSeconds, PercentUnit, Short } from '@grafana/grafana-foundation-sdk/units'
import { filled, node } from './node-devices.ts'
import { figure, graph } from './panels.ts'
import { increase, rate, sumBy } from './promql.ts'
import type { AuthoredSection } from './section.ts'

const cores = `count by (node) (node_cpu_seconds_total${node('mode="idle"')})`
const busy = `1 - avg by (node) (${rate('node_cpu_seconds_total', node('mode="idle"'))})`
const memoryUsed = `1 - node_memory_MemAvailable_bytes${node()} / node_memory_MemTotal_bytes${node()}`

export const overview: AuthoredSection = {
  title: 'Overview',
  component: null,
  panels: [
    figure({
      title: 'Nodes',
      unit: Short,
      description: 'Nodes whose node-exporter answers.',
      query: `count(up${node()} == 1)`,
    }),
    figure({
      title: 'Not answering',
      unit: Short,
      thresholds: [1, 1],
      description:
        'Nodes whose node-exporter was found but does not answer: the node is down, or the scrape is blocked.',
      query: `count(up${node()} == 0) or vector(0)`,
    }),
    figure({
      title: 'CPU in use',
      unit: PercentUnit,
      thresholds: [0.8, 0.95],
      description: 'Mean over all cores of the chosen nodes.',
      query: `1 - avg(${rate('node_cpu_seconds_total', node('mode="idle"'))})`,
    }),
    figure({
      title: 'Memory in use',
      unit: PercentUnit,
      thresholds: [0.8, 0.95],
      description: 'What cannot be handed to programs at once, of all memory of the chosen nodes.',
      query: `1 - sum(node_memory_MemAvailable_bytes${node()}) / sum(node_memory_MemTotal_bytes${node()})`,
    }),
    figure({
      title: 'Fullest file system',
      unit: PercentUnit,
      thresholds: [0.8, 0.9],
      description: 'The file system with the least free space, over all chosen nodes.',
      query: `max(${filled})`,
    }),
    figure({
      title: 'Youngest boot',
      unit: DurationSeconds,
      description: 'Time since the newest start of any chosen node.',
      query: `time() - max(node_boot_time_seconds${node()})`,
    }),
  ],
}

export const cpu: AuthoredSection = {
  title: 'CPU and load',
  component: null,
  panels: [
    graph({
      title: 'CPU in use',
      unit: PercentUnit,
      max: 1,
      description: "The part of each node's CPU time that is not idle.",
      queries: [[busy, '{{node}}']],
    }),
    graph({
      title: 'CPU time by mode',
      unit: Short,
      stacked: true,
      description: 'Cores kept busy, by what for. Much "iowait" means slow disks, "steal" an overbooked host.',
      queries: [[sumBy(['mode'], rate('node_cpu_seconds_total', node('mode!="idle"'))), '{{mode}}']],
    }),
    graph({
      title: 'Load per core',
      unit: Short,
      description: 'Runnable and waiting processes, mean of five minutes, per core. Above 1, processes wait.',
      queries: [[`sum by (node) (node_load5${node()}) / ${cores}`, '{{node}}']],
    }),
    graph({
      title: 'CPU pressure',
      unit: PercentUnit,
      description: 'The part of the time in which some process waited for a CPU (pressure stall information of Linux).',
      queries: [[rate('node_pressure_cpu_waiting_seconds_total', node()), '{{node}}']],
    }),
    graph({
      title: 'Memory pressure',
      unit: PercentUnit,
      description: 'The part of the time in which some process waited for memory to be reclaimed.',
      queries: [[rate('node_pressure_memory_waiting_seconds_total', node()), '{{node}}']],
    }),
    graph({
      title: 'I/O pressure',
      unit: PercentUnit,
      description: 'The part of the time in which some process waited for storage.',
      queries: [[rate('node_pressure_io_waiting_seconds_total', node()), '{{node}}']],
    }),
  ],
}

export const memory: AuthoredSection = {
  title: 'Memory',
  component: null,
  panels: [
    graph({
      title: 'Memory in use',
      unit: PercentUnit,
      max: 1,
      description: "The part of each node's memory that cannot be handed to programs at once.",
      queries: [[memoryUsed, '{{node}}']],
    }),
    graph({
      title: 'Memory available',
      unit: BytesIEC,
      description: 'What programs can still get without swapping, the page cache included.',
      queries: [[`node_memory_MemAvailable_bytes${node()}`, '{{node}}']],
    }),
    graph({
      title: 'Processes killed for memory',
      unit: Short,
      description: 'Processes that the kernel killed in the last five minutes because memory ran out.',
      queries: [[increase('node_vmstat_oom_kill', node()), '{{node}}']],
    }),
  ],
}
