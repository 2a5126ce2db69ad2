import type { Random } from './random.ts'

const clientAuthority = { secret: 'readers' }

/** Random ways to reach the pages that every cluster has, each of a host of its own. */
export function randomIngress(random: Random, name: string): { hosts: object; [setting: string]: unknown } {
  const pages = ['prometheus', 'query', 'grafana', 'alertmanager']
  const published = pages.filter((page) => page === 'query' || random.chance(0.7))
  const hosts = Object.fromEntries(published.map((page) => [page, `${page.toLowerCase()}.${name}.example.com`]))
  const tls = random.chance(0.5) ? { secret: 'web-tls' } : { issuer: { name: 'letsencrypt' } }
  const chosen = kind(random)
  const programs = 'clientAuthority' in chosen ? { queryGrpc: `grpc.${name}.example.com` } : {}
  return { ...chosen, hosts: { ...hosts, ...programs }, tls }
}

function kind(random: Random): object {
  const users = random.chance(0.6)
    ? { basicAuthSecret: 'web-users' }
    : { forwardAuth: 'https://auth.example.com/verify' }
  return random.pick([
    { kind: 'IngressRoute', authentication: users },
    { kind: 'IngressRoute', authentication: users, clientAuthority },
    { kind: 'Ingress', class: 'nginx', authentication: users },
    { kind: 'Ingress', class: 'traefik', authentication: users },
    { kind: 'Gateway', class: 'traefik', authentication: users },
    { kind: 'Gateway', class: 'envoy', authentication: { basicAuthSecret: 'web-users' }, clientAuthority },
    {
      kind: 'Gateway',
      gateway: { name: 'public', namespace: 'gateways', sectionName: 'https' },
      authentication: { gatewayFilter: { group: 'gateway.example.com', kind: 'Login', name: 'web-users' } },
    },
  ])
}
