import type { ClusterInput } from '../schema/cluster.ts'
import type { NetworkPolicySettings, Storage } from '../spec.ts'

/** Storage settings, each of which may be given alone. */
export function resolveStorage(base: Storage, input: ClusterInput['storage']): Storage {
  return { ...base, ...input, retention: { ...base.retention, ...input?.retention } }
}

/** NetworkPolicy settings, each of which may be given alone. */
export function resolveNetworkPolicy(
  base: NetworkPolicySettings,
  input: ClusterInput['networkPolicy'],
): NetworkPolicySettings {
  return {
    ...base,
    ...input,
    apiServer: { ...base.apiServer, ...input?.apiServer },
    nodes: { ...base.nodes, ...input?.nodes },
    external: { ...base.external, ...input?.external },
    clients: { ...base.clients, ...input?.clients },
    dns: { ...base.dns, ...input?.dns },
  }
}
