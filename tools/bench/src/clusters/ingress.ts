import type { Random } from './random.ts'

/** Random ways to reach the pages that every cluster has, each of a host of its own. */
export function randomIngress(random: Random, name: string): object {
  const pages = ['prometheus', 'query', 'grafana', 'alertmanager']
  const published = pages.filter((page) => page === 'query' || random.chance(0.7))
  const hosts = Object.fromEntries(published.map((page) => [page, `${page.toLowerCase()}.${name}.example.com`]))
  const tls = random.chance(0.5) ? { secret: 'web-tls' } : { issuer: { name: 'letsencrypt' } }
  return { ...kind(random), hosts, tls }
}

function kind(random: Random): object {
  const users = random.chance(0.6)
    ? { basicAuthSecret: 'web-users' }
    : { forwardAuth: 'https://auth.example.com/verify' }
  return random.pick([
    { kind: 'IngressRoute', authentication: users },
    { kind: 'Ingress', class: 'nginx', authentication: users },
    {
      kind: 'Gateway',
      gateway: { name: 'public', namespace: 'gateways', sectionName: 'https' },
      authentication: { gatewayFilter: { group: 'gateway.envoyproxy.io', kind: 'SecurityPolicy', name: 'web-users' } },
    },
  ])
}
