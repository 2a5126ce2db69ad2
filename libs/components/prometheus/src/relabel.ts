import type { RelabelConfig } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'

/** One relabelling step. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export type Relabel = { [key: string]: Json }

/** Keeps the targets whose label has the value. */
export function keep(label: string, value: string): Relabel {
  return { source_labels: [label], regex: value, action: 'keep' }
}

/** Drops the targets whose label has the value. */
export function drop(label: string, regex: string): Relabel {
  return { source_labels: [label], regex, action: 'drop' }
}

/** Copies what discovery knows into a label of the series. */
export function copy(from: string, to: string): Relabel {
  return { source_labels: [from], target_label: to }
}

/** Where a pod's series come from; dashboards and alerts of all jobs rely on these four. */
export const podLabels: Relabel[] = [
  copy('__meta_kubernetes_namespace', 'namespace'),
  copy('__meta_kubernetes_pod_name', 'pod'),
  copy('__meta_kubernetes_pod_container_name', 'container'),
  copy('__meta_kubernetes_pod_node_name', 'node'),
]

/** Steps that people write, as Prometheus reads them. */
export function relabelSteps(steps: readonly RelabelConfig[]): Relabel[] {
  return steps.map(({ sourceLabels, separator, regex, modulus, targetLabel, replacement, action }) => ({
    ...(sourceLabels === undefined ? {} : { source_labels: sourceLabels }),
    ...(separator === undefined ? {} : { separator }),
    ...(regex === undefined ? {} : { regex }),
    ...(modulus === undefined ? {} : { modulus }),
    ...(targetLabel === undefined ? {} : { target_label: targetLabel }),
    ...(replacement === undefined ? {} : { replacement }),
    ...(action === undefined ? {} : { action }),
  }))
}
