import { type ClusterSpec, type ObjectStore, serviceNamespace } from '@thanos-fleet/cluster-spec'
import type { Place, ClusterEnvironment } from '@thanos-fleet/connections'

/** What NetworkPolicies have to know of the cluster around the stack. */
export function surroundings(spec: ClusterSpec): ClusterEnvironment {
  const { apiServer, nodes, external, scrapeTargets, dns } = spec.networkPolicy
  const outside = (ports: number[]) => [{ cidrs: external.cidrs, ports }]
  return {
    namespace: spec.namespace,
    dns,
    external: {
      'kubernetes-api': [apiServer],
      kubelet: [{ cidrs: nodes.cidrs, ports: [10250] }],
      'object-store': [objectStore(spec.objectStore, external.cidrs)],
      'extra-targets': scrapeTargets,
      'alert-receivers': outside([...external.ports, ...mailPorts(spec)]),
      database: outside(spec.grafana?.database?.type === 'mysql' ? [3306] : [5432]),
      'remote-storeapi': outside(ports(spec.query.extraEndpoints, 10901)),
    },
    ingressController: spec.ingress?.controller ?? { namespace: '', podLabels: {} },
    nodeCidrs: nodes.cidrs,
  }
}

/** An endpoint inside of the cluster is known by its namespace: not every network plugin takes pods for addresses. */
function objectStore(store: ObjectStore, cidrs: string[]): Place {
  const endpoint = 'endpoint' in store ? (store.endpoint ?? '') : ''
  const namespace = serviceNamespace(endpoint)
  const port = ports([endpoint], 'insecure' in store && store.insecure ? 80 : 443)
  return namespace === null ? { cidrs, ports: port } : { namespace, ports: port }
}

/** The ports of `host:port` addresses, or the default where an address has none. */
function ports(addresses: string[], otherwise: number): number[] {
  return [...new Set(addresses.map((address) => Number(/:(\d+)$/.exec(address)?.[1] ?? otherwise)))]
}

function mailPorts({ alertmanager }: ClusterSpec): number[] {
  const hosts = (alertmanager?.receivers ?? []).flatMap((receiver) =>
    'email' in receiver ? [receiver.email.smarthost] : [],
  )
  return hosts.length === 0 ? [] : ports(hosts, 587)
}
