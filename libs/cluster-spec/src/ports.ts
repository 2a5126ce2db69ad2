import { type ComponentName, portOf } from '@thanos-fleet/catalog'
import type { ClusterSpec } from './spec.ts'

/**
 * The number of a port of a component in a cluster: that of the catalog, but for node-exporter's, which is one of the
 * nodes and may be taken there. @throws RangeError when there is no such port
 */
export function portIn({ nodeExporter }: ClusterSpec, component: ComponentName, name: string): number {
  const usual = portOf(component, name)
  return component === 'node-exporter' && name === 'metrics' ? (nodeExporter?.port ?? usual) : usual
}
