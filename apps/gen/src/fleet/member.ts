import { clusterPath } from './list-clusters.ts'
import type { Locate, Member, Named } from './generator.ts'

/** A cluster that was read. Without `locate` everything is at the beginning of its file. */
export function memberOf<Spec extends Named>(
  name: string,
  spec: Spec,
  locate: Locate = () => ({ line: 1, column: 1 }),
): Member<Spec> {
  return { path: clusterPath(name), spec, locate }
}
