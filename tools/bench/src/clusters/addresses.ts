import { maybe } from './maybe.ts'
import type { Random } from './random.ts'

/** StoreAPIs of other clusters, in the notations of Thanos: Services, addresses and public names. */
const endpoints = [
  'dnssrv+_grpc._tcp.prometheus-operated.monitoring-2.svc',
  'dns+thanos-store.archive.svc.cluster.local:10901',
  '10.9.8.7:10901',
  'thanos.example.com:443',
  'dnssrv+_grpc._tcp.thanos.example.com',
  'thanos-query.other:10901',
]

const everywhere = ['0.0.0.0/0', '::/0']

/** Random addresses outside of the stack, and what policies have to be told of them. */
export function randomNetworkPolicy(random: Random): object {
  return {
    ...maybe(random, 0.3, () => ({ apiServer: { cidrs: [`10.${random.between(0, 255)}.0.1/32`], ports: [6443] } })),
    ...maybe(random, 0.3, () => ({ nodes: { cidrs: ['10.1.0.0/16', 'fd00::/64'] } })),
    ...maybe(random, 0.3, () => ({ external: { cidrs: ['192.0.2.0/24'], ports: [8443], namespaces: ['chatops'] } })),
    ...maybe(random, 0.3, () => ({
      external: { cidrs: everywhere, namespaces: ['storage', 'archive'] },
      servicePorts: { storage: [9000], archive: [10901, 10902] },
    })),
    ...maybe(random, 0.2, () => ({ dns: { namespace: 'openshift-dns', podLabels: { dns: 'default' }, ports: [5353] } })),
    ...maybe(random, 0.3, () => ({ scrapeTargets: [{ cidrs: ['10.20.0.0/16'], ports: [9182] }] })),
  }
}

export function randomEndpoints(random: Random): { extraEndpoints?: string[] } {
  return random.chance(0.6) ? {} : { extraEndpoints: endpoints.filter(() => random.chance(0.5)) }
}

/** A collector of traces, sometimes in the cluster. */
export function randomCollector(random: Random): object {
  const endpoint = random.pick(['otel-collector.observability.svc:4317', 'tempo.example.com:443', '10.4.3.2:4317'])
  return { endpoint, insecure: random.chance(0.5) }
}

/** A mail server, sometimes in the cluster. */
export function randomMail(random: Random): object[] {
  if (random.chance(0.7)) return []
  const smarthost = random.pick(['smtp.example.com:587', 'relay.mail.svc:25', '10.3.2.1:25'])
  const email = { to: 'a@example.com', from: 'b@example.com', smarthost, username: 'u', passwordSecret: 'mail' }
  return [{ name: 'mail', email }]
}

/** Data sources in every notation, of others and of the stack. */
export function randomDataSources(random: Random): object[] {
  const urls = ['http://loki-gateway.logs.svc', 'https://tempo.example.com:3443/a', '10.0.0.7:5432', 'http://[fd00::7]:9009']
  return urls
    .filter(() => random.chance(0.5))
    .map((url, index) => ({ name: `Source ${index}`, type: 'loki', url, secureJsonData: { a: { secret: 'a', key: 'b' } } }))
}

/** A provider of logins, sometimes in the cluster. */
export function randomLogin(random: Random): object {
  const tokenUrl = random.pick(['https://id.example.com/token', 'http://keycloak.identity.svc:8080/token'])
  const apiUrl = random.pick([null, 'https://id.example.com:8443/userinfo'])
  return { clientId: 'grafana', clientSecret: 'grafana-oidc', authUrl: 'https://id.example.com/auth', tokenUrl, apiUrl }
}
