import { byZone, type UsableNode } from '../../workspace/nodes.ts'

/**
 * The last zone of which every node can be spared.
 * @param expendable names of nodes that nothing else depends on
 * @throws Error when there is none
 */
export function zoneToTake(
  nodes: readonly UsableNode[],
  expendable: readonly string[],
): { zone: string; nodes: string[] } {
  const found = Object.entries(byZone(nodes)).findLast(([, all]) => all.every((name) => expendable.includes(name)))
  if (found === undefined) throw new Error('no zone can be spared: each has the API server, DNS or the object store')
  return { zone: found[0], nodes: found[1] }
}
