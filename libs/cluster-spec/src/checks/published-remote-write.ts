import type { Ingress } from '../spec.ts'
import type { Check } from './check.ts'

/**
 * Other clusters write as the tenant that their certificate names. Only the routers can read it there, so the connection has
 * to reach them as it is. Source: pkg/tenancy/tenancy.go of Thanos 0.42, GetTenantFromHTTP
 */
export const publishedRemoteWrite: Check = ({ ingress }) => {
  if (ingress === null || ingress.hosts.remoteWrite === null) return []
  const refused = refusalOf(ingress)
  if (refused === null) return []
  return [
    {
      code: 'remote-write-not-reachable',
      path: ['ingress', 'hosts', 'remoteWrite'],
      also: [
        ['ingress', 'kind'],
        ['ingress', 'gateway'],
      ],
      ...refused,
    },
  ]
}

function refusalOf({ kind, gateway, clientAuthority }: Ingress): { message: string; remedy: string } | null {
  if (kind === 'Ingress') {
    return {
      message: 'an Ingress ends TLS itself, and the routers at ingress.hosts.remoteWrite would see no certificate',
      remedy: 'write kind: IngressRoute (Traefik), or kind: Gateway with a class and without gateway',
    }
  }
  if (gateway !== null) {
    return {
      message:
        'whether a listener of the existing Gateway passes TLS on to the routers at ingress.hosts.remoteWrite is not known',
      remedy: 'write a class instead of gateway, so that the cluster has a Gateway of its own, or kind: IngressRoute',
    }
  }
  if (clientAuthority !== null) return null
  return {
    message: 'ingress.hosts.remoteWrite is for clusters that show a certificate, and nothing says who signs those',
    remedy: 'write identity, or clientAuthority: {secret} with the authority of their certificates',
  }
}
