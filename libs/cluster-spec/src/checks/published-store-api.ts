import type { Finding } from '../finding.ts'
import { controllerOf } from '../ingress-controllers.ts'
import type { Ingress } from '../spec.ts'
import type { Check } from './check.ts'

const host = ['ingress', 'hosts', 'queryGrpc']
const authority = 'clientAuthority: {secret} with the authority of their certificates'

/**
 * Who asks a published StoreAPI is the Query of another cluster. It can present a certificate, but neither a password nor the
 * cookie of a login, so somebody in front of Query has to ask for one.
 */
export const publishedStoreApi: Check = ({ ingress }) => {
  if (ingress === null || ingress.hosts.queryGrpc === null) return []
  const refused = refusalOf(ingress)
  if (refused === null) return []
  return [
    {
      code: 'store-api-not-reachable',
      path: host,
      also: [
        ['ingress', 'kind'],
        ['ingress', 'class'],
      ],
      ...refused,
    },
  ]
}

function refusalOf(ingress: Ingress): { message: string; remedy: string } | null {
  const { kind, gateway } = ingress
  const noCertificate = {
    message: 'ingress.hosts.queryGrpc is for the Query of another cluster, which can send nothing but a certificate',
    remedy: `add ${authority}`,
  }
  if (kind === 'IngressRoute') return ingress.clientAuthority === null ? noCertificate : null
  if (kind === 'Ingress') {
    return {
      message:
        'an Ingress cannot ask for client certificates at ingress.hosts.queryGrpc alone, and no Query can log in',
      remedy: `remove it, or write kind: IngressRoute (Traefik) or Gateway, and ${authority}`,
    }
  }
  const controller = controllerOf(ingress)
  if (controller === 'traefik') {
    // Source: pkg/provider/kubernetes/gateway of Traefik 3.7, which reads neither spec.tls nor a BackendTLSPolicy of gRPC
    return {
      message: 'Traefik does not ask for client certificates at a Gateway: ingress.hosts.queryGrpc would be public',
      remedy: `remove it, or write kind: IngressRoute and ${authority}`,
    }
  }
  if (gateway !== null) {
    return gateway.grpcSectionName === null
      ? {
          message: noCertificate.message,
          remedy:
            'write gateway: {…, grpcSectionName} with the listener of the Gateway that asks for client certificates',
        }
      : null
  }
  if (controller !== 'envoy-gateway') {
    return {
      message: `whether the class "${ingress.class ?? ''}" asks for client certificates is not known: ingress.hosts.queryGrpc could be public`,
      remedy:
        'remove it, or write gateway: {name, namespace, grpcSectionName} with a listener that asks for client certificates',
    }
  }
  return ingress.clientAuthority === null ? noCertificate : null
}

/** What only a published StoreAPI needs. */
export const storeApiSettings: Check = ({ ingress }) => {
  if (ingress === null) return []
  const { clientAuthority, gateway, hosts } = ingress
  const findings: Finding[] = []
  const published = hosts.queryGrpc !== null || hosts.remoteWrite !== null
  if (clientAuthority !== null && (!published || gateway !== null)) {
    findings.push({
      code: 'client-authority-without-effect',
      path: ['ingress', 'clientAuthority'],
      at: 'key',
      message: published
        ? 'an existing Gateway knows the authority of client certificates itself'
        : 'ingress.clientAuthority is for hosts.queryGrpc and hosts.remoteWrite, which have no host',
      remedy: published ? 'remove it' : 'remove it, or add hosts: {queryGrpc: …}',
    })
  }
  if (gateway !== null && gateway.grpcSectionName !== null && hosts.queryGrpc === null) {
    findings.push({
      code: 'gateway-without-effect',
      path: ['ingress', 'gateway', 'grpcSectionName'],
      at: 'key',
      message: 'ingress.gateway.grpcSectionName is for hosts.queryGrpc, which has no host',
      remedy: 'remove it, or add hosts: {queryGrpc: …}',
    })
  }
  return findings
}
