import { namespaceNames } from '@thanos-fleet/catalog'
import type { World } from '../../world.ts'
import type { Owners } from './parties.ts'
import type { Network } from './sockets.ts'

/**
 * Everything of the cluster that has an address now. Pods that are on their way out are left out: what they connected to
 * under policies of before stays visible for a while.
 */
export async function ownersOf({ kube, namespace, spec }: World, networks: readonly Network[]): Promise<Owners> {
  const [pods, services, apiServer] = await Promise.all([
    kube.core.listPodForAllNamespaces(),
    kube.core.listServiceForAllNamespaces(),
    kube.discovery.listNamespacedEndpointSlice({
      namespace: 'default',
      labelSelector: 'kubernetes.io/service-name=kubernetes',
    }),
  ])
  return {
    pods: pods.items.filter(({ metadata }) => metadata?.deletionTimestamp === undefined),
    services: services.items,
    apiServer: apiServer.items,
    nodes: new Set(networks.filter(({ node }) => node).flatMap(({ addresses }) => addresses)),
    stack: namespaceNames(namespace),
    controller: spec.ingress?.controller ?? null,
  }
}

/** The ranges from which pods have their addresses, as nodes state them; some network plugins have others. */
export async function podRanges({ kube }: World): Promise<string[]> {
  const { items } = await kube.core.listNode()
  return items.flatMap(({ spec }) => spec?.podCIDRs ?? [])
}
