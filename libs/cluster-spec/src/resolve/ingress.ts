import { hasOwnGateway } from '../ingress-controllers.ts'
import type { Identity, Ingress } from '../spec.ts'

/** Whoever reads the published StoreAPI is another cluster of the fleet, unless the section names an authority itself. */
export function resolveIngress(ingress: Ingress | null, identity: Identity | null): Ingress | null {
  if (ingress === null || identity === null || ingress.hosts.queryGrpc === null) return ingress
  const asks = ingress.kind === 'IngressRoute' || hasOwnGateway(ingress)
  return asks ? { ...ingress, clientAuthority: ingress.clientAuthority ?? identity.authority } : ingress
}
