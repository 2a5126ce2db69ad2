import { components, isComponentName } from '@thanos-fleet/catalog'
import type { ToolName } from '@thanos-fleet/cli-tools'

/** A program that can be started, and the line of its log that only follows when it has taken its flags and files. */
export interface Program {
  tool: ToolName
  milestones: RegExp[]
  beyondReach?: RegExp
}

/**
 * What only the cluster has: the identity of a pod in the cloud, which some buckets want before anything else, an answer
 * of the bucket itself, which Azure's and Oracle's clients ask when they are made, and the addresses of memcached.
 * Thanos asks for them after it has accepted its flags and files.
 */
const onlyInCluster =
  /failed to resolve addresses for memcached|failed to acquire a token|could not find default credentials|credentials file|metadata\.google|instance metadata|OKE|workload identity|Get \\?"https?:[^"]*": dial tcp/i

/** The program of a container, or the reason why it cannot be started here. Containers are called as their component. */
export function programOf(container: string): Program | { unchecked: string } {
  if (!isComponentName(container)) return { unchecked: `${container} is no component of its own` }
  const { proof } = components[container]
  if ('unchecked' in proof) return { unchecked: `${container} ${proof.unchecked}` }
  return {
    tool: proof.tool,
    milestones: proof.milestones,
    ...(proof.tool === 'thanos' ? { beyondReach: onlyInCluster } : {}),
  }
}
