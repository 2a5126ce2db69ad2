import type { Storage } from './spec.ts'

export const zoneLabel = 'topology.kubernetes.io/zone'
export const hostLabel = 'kubernetes.io/hostname'

/**
 * The nodes on which pods with this node selector can have local volumes, in the order of `storage.local.nodes`. A volume is
 * on one node for good: on a node that the selector excludes, its pod would stay Pending.
 * @returns an empty list where the nodes of the zone that is asked for are not known
 */
export function localNodesFor(
  { nodes, zones = {} }: NonNullable<Storage['local']>,
  selector: Readonly<Record<string, string>>,
): string[] {
  const zone = selector[zoneLabel]
  const host = selector[hostLabel]
  const inZone = zone === undefined ? nodes : Object.hasOwn(zones, zone) ? (zones[zone] ?? []) : []
  return nodes.filter((node) => inZone.includes(node) && (host === undefined || host === node))
}
