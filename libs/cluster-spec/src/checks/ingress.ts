import { optionalNames, type PageName, pageNames, pages, sectionOf } from '@thanos-fleet/catalog'
import type { Finding } from '../finding.ts'
import type { ClusterSpec, Ingress } from '../spec.ts'
import type { Check } from './check.ts'

function hostsOf(ingress: Ingress): { page: string; host: string }[] {
  return Object.entries(ingress.hosts).flatMap(([page, host]) => (host === null ? [] : [{ page, host }]))
}

/** Each page needs its own host, and its component. */
export const ingressHosts: Check = (spec) => {
  const { ingress } = spec
  if (ingress === null) return []
  const hosts = hostsOf(ingress)
  if (hosts.length === 0) {
    return [
      {
        code: 'ingress-without-hosts',
        path: ['ingress', 'hosts'],
        at: 'key',
        message: 'ingress has no hosts, so nothing is published',
        remedy: 'add a host, for example query: thanos.example.com, or remove ingress',
      },
    ]
  }
  return hosts.flatMap(({ page, host }, index): Finding[] => {
    const first = hosts.findIndex((other) => other.host === host)
    if (first === index) return []
    return [
      {
        code: 'duplicate-host',
        path: ['ingress', 'hosts', page],
        also: [['ingress', 'hosts', hosts[first]?.page ?? '']],
        message: `${host} is already the host of ${hosts[first]?.page ?? ''}`,
        remedy: 'use a separate host for each page',
      },
    ]
  })
}

/** The pages whose components are all switched off, with the section that says so of the first. */
function absentPages(spec: ClusterSpec): { page: PageName; section: string }[] {
  const off = optionalNames.filter((name) => spec[sectionOf(name)] === null)
  return pageNames.flatMap((page) => {
    const places = pages[page].at.map(({ component }) => off.find((name) => name === component))
    const [first] = places
    return first === undefined || places.includes(undefined) ? [] : [{ page, section: sectionOf(first) }]
  })
}

/** A page that is published must be there. */
export const ingressComponents: Check = (spec) =>
  absentPages(spec)
    .filter(({ page }) => (spec.ingress?.hosts[page] ?? null) !== null)
    .map(({ page, section }): Finding => ({
      code: 'host-without-component',
      path: ['ingress', 'hosts', page],
      also: [[section]],
      message: `ingress.hosts.${page} publishes a component that this cluster does not have`,
      remedy: `remove the host, or write ${section}: {}`,
    }))

/** Routes of the Gateway API need a Gateway, and have no authentication of their own. */
export const ingressKind: Check = ({ ingress }) => {
  if (ingress === null) return []
  const isGateway = ingress.kind === 'Gateway'
  const hasFilter = 'gatewayFilter' in ingress.authentication
  const findings: Finding[] = []
  if (isGateway && ingress.gateway === null) {
    findings.push({
      code: 'gateway-missing',
      path: ['ingress', 'gateway'],
      message: 'ingress.kind is Gateway, but ingress.gateway is not set',
      remedy: 'add gateway: {name, namespace}',
    })
  }
  if (!isGateway && ingress.gateway !== null) {
    findings.push({
      code: 'gateway-without-effect',
      path: ['ingress', 'gateway'],
      at: 'key',
      message: `ingress.gateway has no effect with kind ${ingress.kind}`,
      remedy: 'remove it, or write kind: Gateway',
    })
  }
  if (isGateway !== hasFilter) {
    findings.push({
      code: 'authentication-not-supported',
      path: ['ingress', 'authentication'],
      at: 'key',
      also: [['ingress', 'kind']],
      message: isGateway
        ? 'kind Gateway does not support this authentication: the pages would be public'
        : `gatewayFilter is for kind Gateway, and ingress.kind is ${ingress.kind}`,
      remedy: isGateway
        ? 'write authentication: {gatewayFilter: {group, kind, name}}'
        : 'write basicAuthSecret or forwardAuth',
    })
  }
  return findings
}

/**
 * Who asks a published StoreAPI is the Query of another cluster. It can present a certificate, but neither a password nor the
 * cookie of a login; and with `grpcTls` Query asks whoever is in front of it for a certificate too, which of the three
 * kinds only Traefik's own can be given.
 */
export const publishedStoreApi: Check = ({ ingress, grpcTls }) => {
  if (ingress === null || ingress.hosts.queryGrpc === null) return []
  const by = Object.keys(ingress.authentication)[0] ?? ''
  const path = ['ingress', 'hosts', 'queryGrpc']
  if (!('gatewayFilter' in ingress.authentication)) {
    return [
      {
        code: 'store-api-not-reachable',
        path,
        also: [['ingress', 'authentication']],
        message: `ingress.hosts.queryGrpc is behind ${by}, and no Query can send a password or follow a login`,
        remedy:
          'remove it, or write kind: Gateway with a gatewayFilter and a listener that asks for client certificates',
      },
    ]
  }
  if (grpcTls === null) return []
  return [
    {
      code: 'store-api-not-reachable',
      path,
      also: [['grpcTls'], ['ingress', 'kind']],
      message: `with grpcTls, Query asks for a client certificate, which routes of kind ${ingress.kind} do not present`,
      remedy: 'remove ingress.hosts.queryGrpc, or grpcTls',
    },
  ]
}
