import { isObject } from '@thanos-fleet/json'

type Mapping = Record<string, unknown>

/**
 * Parts whose settings have to agree in so many ways that chance would hardly ever make them, by their names.
 * What is made to agree can still be refused for anything else.
 */
const agreements: Readonly<Record<string, (part: Mapping) => Mapping>> = {
  '': (document) => inDevelopment(withoutReceive(withReceiversAsLate(document))),
  'prometheus.metricRelabelConfigs.*[]': complete,
  'prometheus.remoteWrite[].writeRelabelConfigs[]': complete,
  ingress(ingress) {
    const { hosts } = ingress
    const published = isObject(hosts) && Object.values(hosts).some((host) => typeof host === 'string')
    return agreedIngress({ ...ingress, hosts: isObject(hosts) && published ? hosts : { query: 'thanos.example.com' } })
  },
  'alertmanager.receivers[].email': mailed,
  'alertmanager.receivers[].email[]': mailed,
}

/** Ingestors take samples as late as Prometheus does. */
function withReceiversAsLate(document: Mapping): Mapping {
  const { mode, prometheus, receive } = document
  const window = isObject(prometheus) ? prometheus['outOfOrderWindow'] : undefined
  if (mode !== 'receive-mode' || window === undefined) return document
  const { ingestor, ...others } = isObject(receive) ? receive : {}
  const asLate = { ...(isObject(ingestor) ? ingestor : {}), outOfOrderWindow: window }
  return { ...document, receive: { ...others, ingestor: asLate } }
}

/** A cluster for development has its bucket on a volume and no other, and moves nowhere. */
function inDevelopment(document: Mapping): Mapping {
  if (document['mode'] !== 'dev-filesystem-objstore') return document
  const { objectStore, migration: _migration, additionalBuckets: _buckets, ...others } = document
  return isObject(objectStore) && objectStore['type'] === 'FILESYSTEM' ? { ...others, objectStore } : others
}

/** Receive has a host where there is Receive. */
function withoutReceive(document: Mapping): Mapping {
  const { mode, ingress } = document
  if (mode === 'receive-mode' || !isObject(ingress) || !isObject(ingress['hosts'])) return document
  const { receive: _, ...hosts } = ingress['hosts']
  return { ...document, ingress: { ...ingress, hosts: { query: 'thanos.example.com', ...hosts } } }
}

/** A step of relabelling with what its action needs, and without what it has no use for. */
function complete({
  action = 'replace',
  sourceLabels = ['a'],
  targetLabel = 'b',
  modulus = 7,
  ...others
}: Mapping): Mapping {
  const { regex, separator, replacement } = others
  const comparing = action === 'keepequal' || action === 'dropequal'
  if (action === 'labeldrop' || action === 'labelkeep') return { action, ...(regex === undefined ? {} : { regex }) }
  if (action === 'labelmap' || action === 'keep' || action === 'drop') return { action, sourceLabels, ...others }
  if (comparing) return { action, sourceLabels, targetLabel }
  const cased = action === 'lowercase' || action === 'uppercase'
  const further = { regex, separator, ...(cased ? {} : { replacement }), ...(action === 'hashmod' ? { modulus } : {}) }
  const said = Object.entries(further).filter(([, value]) => value !== undefined)
  return { action, sourceLabels, targetLabel, ...Object.fromEntries(said) }
}

/** Whether a host is published for the Query of another cluster. */
const hasStoreApi = (hosts: unknown) => isObject(hosts) && typeof hosts['queryGrpc'] === 'string'

/** A kind of ingress with what belongs to it, and with an authentication that its controller has. */
function agreedIngress({ gateway, authentication, hosts, port, tls, clientAuthority, ...others }: Mapping): Mapping {
  const filter = isObject(authentication) && 'gatewayFilter' in authentication
  const users = filter ? { basicAuthSecret: 'users' } : authentication
  const certificate = tls ?? { secret: 'web-tls' }
  const authority = hasStoreApi(hosts) ? { clientAuthority: clientAuthority ?? { secret: 'readers' } } : {}
  if (isObject(gateway)) {
    const { grpcSectionName, ...listener } = gateway
    const sections = hasStoreApi(hosts) ? { grpcSectionName: grpcSectionName ?? 'grpc' } : {}
    const by = filter ? authentication : { gatewayFilter: { group: 'example.com', kind: 'Filter', name: 'a' } }
    return {
      ...{ ...others, kind: 'Gateway', class: null, hosts, tls: tls ?? null },
      ...{ authentication: by, gateway: { sectionName: 'https', ...listener, ...sections } },
    }
  }
  const rest = { ...others, hosts, tls: certificate }
  if (others['kind'] === 'Gateway') {
    const envoy = { ...rest, class: 'envoy', port: port ?? null, ...authority }
    return { ...envoy, authentication: { basicAuthSecret: 'users' } }
  }
  if (others['kind'] === 'Ingress') {
    // Of other classes than these no way is known to ask who somebody is.
    const known = others['class'] === undefined ? 'nginx' : 'traefik'
    return { ...rest, class: known, hosts: withoutStoreApi(hosts), authentication: users }
  }
  return { ...rest, authentication: users, ...authority }
}

function withoutStoreApi(hosts: unknown): Mapping {
  return isObject(hosts) ? { query: 'thanos.example.com', ...hosts, queryGrpc: null } : {}
}

/** A login is complete or there is none, and it is only sent encrypted. */
function mailed({ username, passwordSecret, ...rest }: Mapping): Mapping {
  if (username === undefined || passwordSecret === undefined) return rest
  return { ...rest, username, passwordSecret, requireTls: true }
}

/** A part of a document, made to agree with itself. */
export function agreed(name: string, part: unknown): unknown {
  const agreement = Object.hasOwn(agreements, name) ? agreements[name] : undefined
  return agreement === undefined || !isObject(part) ? part : agreement(part)
}
