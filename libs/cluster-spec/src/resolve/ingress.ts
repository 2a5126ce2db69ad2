import { hasOwnGateway } from '../ingress-controllers.ts'
import type { Identity, Ingress } from '../spec.ts'

/** Whoever reads or writes here by certificate is another cluster of the fleet, unless the section names an authority itself. */
export function resolveIngress(ingress: Ingress | null, identity: Identity | null): Ingress | null {
  if (ingress === null || identity === null) return ingress
  const { queryGrpc, remoteWrite } = ingress.hosts
  const published = queryGrpc !== null || remoteWrite !== null
  if (!published || !(ingress.kind === 'IngressRoute' || hasOwnGateway(ingress))) return ingress
  return { ...ingress, clientAuthority: ingress.clientAuthority ?? identity.authority }
}
