import { optionalNames, type PageName, pageNames, pages, port, sectionOf } from '@thanos-fleet/catalog'
import { dataPathsOf } from '../data-paths.ts'
import type { Finding } from '../finding.ts'
import { hasOwnGateway } from '../ingress-controllers.ts'
import type { ClusterSpec, Ingress } from '../spec.ts'
import type { Check } from './check.ts'

function hostsOf(ingress: Ingress): { page: string; host: string }[] {
  return Object.entries(ingress.hosts).flatMap(([page, host]) => (host === null ? [] : [{ page, host }]))
}

/** Where a Gateway of the cluster's own asks for client certificates. */
const grpcPort = port('thanos-query', 'grpc')

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
  spec.sendsTo === null ? [...publishedReceive(spec), ...publishedComponents(spec)] : publishedElsewhere(spec)

/** Receive follows from the mode, and while a cluster moves it comes and goes. */
function publishedReceive(spec: ClusterSpec): Finding[] {
  if (spec.migration !== null || dataPathsOf(spec).receivers) return []
  return (['receive', 'remoteWrite'] as const)
    .filter((page) => (spec.ingress?.hosts[page] ?? null) !== null)
    .map((page) => ({
      code: 'host-without-component',
      path: ['ingress', 'hosts', page],
      also: [['mode']],
      message: `ingress.hosts.${page} publishes Receive, which mode ${spec.mode} does not have`,
      remedy: 'remove the host, or write mode: receive-mode',
    }))
}

/** What a cluster that sends to another one has itself. */
const own: readonly PageName[] = ['prometheus', 'alertmanager']

function publishedElsewhere(spec: ClusterSpec): Finding[] {
  return pageNames
    .filter((page) => !own.includes(page) && (spec.ingress?.hosts[page] ?? null) !== null)
    .map((page) => ({
      code: 'host-without-component',
      path: ['ingress', 'hosts', page],
      also: [['sendsTo']],
      message: `ingress.hosts.${page} publishes a component that is at ${spec.sendsTo}, to which this cluster sends`,
      remedy: 'remove the host',
    }))
}

function publishedComponents(spec: ClusterSpec): Finding[] {
  return absentPages(spec)
    .filter(({ page }) => (spec.ingress?.hosts[page] ?? null) !== null)
    .map(({ page, section }): Finding => ({
      code: 'host-without-component',
      path: ['ingress', 'hosts', page],
      also: [[section]],
      message: `ingress.hosts.${page} publishes a component that this cluster does not have`,
      remedy: `remove the host, or write ${section}: {}`,
    }))
}

/** Routes of the Gateway API need a Gateway; what belongs to one does nothing with another kind. */
export const ingressGateway: Check = ({ ingress }) => {
  if (ingress === null) return []
  const findings: Finding[] = []
  if (hasOwnGateway(ingress) && ingress.class === null) {
    findings.push({
      code: 'gateway-missing',
      path: ['ingress', 'gateway'],
      also: [['ingress', 'class']],
      message: 'ingress.kind is Gateway, but neither ingress.gateway nor ingress.class is set',
      remedy:
        'add gateway: {name, namespace} of one that exists, or the class of one that this cluster is to have: class: traefik',
    })
  }
  if (ingress.kind !== 'Gateway' && ingress.gateway !== null) {
    findings.push({
      code: 'gateway-without-effect',
      path: ['ingress', 'gateway'],
      at: 'key',
      message: `ingress.gateway has no effect with kind ${ingress.kind}`,
      remedy: 'remove it, or write kind: Gateway',
    })
  }
  if (ingress.kind === 'Gateway' && ingress.gateway?.sectionName === null) {
    findings.push({
      severity: 'warning',
      code: 'gateway-any-listener',
      path: ['ingress', 'gateway'],
      message: 'the pages are at every listener of the Gateway, also at one without TLS',
      remedy: 'add the sectionName of its listener with TLS',
    })
  }
  if (ingress.port !== null && !hasOwnGateway(ingress)) {
    findings.push({
      code: 'gateway-without-effect',
      path: ['ingress', 'port'],
      at: 'key',
      message: 'ingress.port is that of listeners of a Gateway of this cluster, and it has none',
      remedy: 'remove it, or write kind: Gateway with a class and without gateway',
    })
  }
  if (hasOwnGateway(ingress) && ingress.hosts.queryGrpc !== null && ingress.port === grpcPort) {
    findings.push({
      code: 'listener-port-taken',
      path: ['ingress', 'port'],
      also: [['ingress', 'hosts', 'queryGrpc']],
      message: `at port ${grpcPort} the Gateway asks the readers of hosts.queryGrpc for client certificates, which no browser has`,
      remedy: 'write another port, or remove it',
    })
  }
  if (ingress.tls === null && (ingress.kind !== 'Gateway' || ingress.gateway === null)) {
    findings.push({
      code: 'missing-secret-reference',
      path: ['ingress', 'tls'],
      message: 'ingress.tls is null, and there is no Gateway that exists already and has a certificate',
      remedy: 'write tls: {secret} or tls: {issuer: {name}}',
    })
  }
  return findings
}
