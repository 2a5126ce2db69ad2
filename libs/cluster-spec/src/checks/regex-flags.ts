import type { ConfigurableName } from '@thanos-fleet/catalog'
import { regexProblem, type RegexProblem } from '../regex/problem.ts'

const nodeExporter = `
  arp.device-exclude arp.device-include cpu.info.bugs-include cpu.info.flags-include diskstats.device-exclude
  diskstats.device-include ethtool.device-exclude ethtool.device-include ethtool.metrics-include
  filesystem.fs-types-exclude filesystem.fs-types-include filesystem.mount-points-exclude
  filesystem.mount-points-include hwmon.chip-exclude hwmon.chip-include hwmon.sensor-exclude hwmon.sensor-include
  infiniband.device-exclude infiniband.device-include interrupts.name-exclude interrupts.name-include
  netclass.ignored-devices netdev.device-exclude netdev.device-include netstat.fields powersupply.ignored-supplies
  qdisc.device-exclude qdisc.device-include slabinfo.slabs-exclude slabinfo.slabs-include systemd.unit-exclude
  systemd.unit-include tapestats.ignored-devices vmstat.fields
`

/**
 * Flags whose values a program compiles as regular expressions when it starts, by component. Those of kube-state-metrics
 * are lists; its allow and deny lists are expressions of another engine, on which only the program can decide.
 * Source: --help of each; pkg/optin/optin.go of kube-state-metrics v2.20.0
 */
export const regexFlags: Partial<Record<ConfigurableName, ReadonlySet<string>>> = {
  prometheus: new Set(['web.cors.origin']),
  'node-exporter': new Set(
    nodeExporter
      .trim()
      .split(/\s+/)
      .map((name) => `collector.${name}`),
  ),
  'kube-state-metrics': new Set(['metric-opt-in-list']),
}

/** Those that the program anchors. Source: cmd/prometheus/main.go; collector/systemd_linux.go of node_exporter v1.12.1 */
const anchored = /^web\.cors\.origin$|^collector\.systemd\.unit-/

/** What is wrong with a value of a flag that is a regular expression; undefined also for other flags. */
export function flagRegexProblem(component: ConfigurableName, flag: string, value: string): RegexProblem | undefined {
  if (regexFlags[component]?.has(flag) !== true) return undefined
  const expressions = component === 'kube-state-metrics' ? value.split(',') : [value]
  for (const expression of expressions) {
    const problem = regexProblem(expression, { anchored: anchored.test(flag) })
    if (problem !== undefined) return problem
  }
  return undefined
}
