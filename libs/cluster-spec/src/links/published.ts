import { port } from '@thanos-fleet/catalog'
import { locationOf } from '../addresses/location.ts'
import { hasOwnGateway } from '../ingress-controllers.ts'
import type { FleetView } from '../fleet/view.ts'

/**
 * Where other clusters find the StoreAPI of a cluster; null: nowhere. Controllers publish at 443; a Gateway of the cluster's
 * own asks for client certificates by port, so it has one for them alone.
 */
export function publishedAt({ ingress }: Pick<FleetView, 'ingress'>): { host: string; port: number } | null {
  if (ingress === null || ingress.hosts.queryGrpc === null) return null
  return { host: ingress.hosts.queryGrpc, port: hasOwnGateway(ingress) ? port('thanos-query', 'grpc') : 443 }
}

/** Whether a host would be looked for among the Services of whoever calls it, as one of a single word is. */
export function isOfOneCluster(host: string): boolean {
  return ['pod', 'service'].includes(locationOf(host, '').at)
}

/** Where other clusters write to a cluster; null: nowhere. Controllers pass the connection on at the port of pages. */
export function writtenAt({ ingress }: Pick<FleetView, 'ingress'>): { host: string; port: number } | null {
  const host = ingress?.hosts.remoteWrite ?? null
  return host === null ? null : { host, port: 443 }
}
