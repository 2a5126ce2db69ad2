import { addressesElsewhere, addressOf, type ClusterSpec, locationOf } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { callsSomebody, impliedBy } from './implied.ts'
import { publishedBy } from './published.ts'
import { type Pods, podsOf } from './pods.ts'
import { type Peer, Policies, type PortOf } from './policies.ts'
import { addressesSaidTo, documentsOf, type Said } from './said.ts'
import { foundByJobs } from './scrapes.ts'
import { type Listener, listenersAt } from './services.ts'

/** What is wrong between the addresses and the policies of a cluster, as text; and how many addresses were looked at. */
export interface Reach {
  addresses: number
  /** Addresses that lead to nobody, or that a policy of either end forbids. */
  unreachable: string[]
  /** Those of them that a pod is told in so many words. */
  inVain: Said[]
  /** Parts of policies that no address and no stated reason asks for. */
  unneeded: string[]
}

/** Looks at every address that any pod of a cluster is told, and at every policy. */
export function reachOf(spec: ClusterSpec, objects: readonly KubeObject[]): Reach {
  return new Looking(spec, objects).look()
}

class Looking {
  readonly #spec: ClusterSpec
  readonly #objects: readonly KubeObject[]
  readonly #all: Pods[]
  readonly #policies: Policies
  readonly #wrong: string[] = []
  readonly #inVain: Said[] = []
  #addresses = 0

  constructor(spec: ClusterSpec, objects: readonly KubeObject[]) {
    this.#spec = spec
    this.#objects = objects
    this.#all = podsOf(objects)
    this.#policies = new Policies(objects)
  }

  look(): Reach {
    for (const pods of this.#all) this.#lookAt(pods)
    const { controller } = this.#spec.ingress ?? {}
    for (const { host, port, by } of publishedBy(this.#objects)) {
      const listeners = listenersAt(host, port, this.#objects, this.#all)
      if (listeners.length === 0) this.#wrong.push(`${by}: nobody listens at ${host}:${port}`)
      for (const one of listeners) {
        const from = { labels: controller?.podLabels ?? {}, namespace: controller?.namespace ?? '' }
        this.#need(this.#policies.mayBeCalled(one.pods, from, one.port), `${by} to ${one.pods.workload} ${one.port}`)
      }
    }
    this.#clients()
    return {
      addresses: this.#addresses,
      unreachable: this.#wrong,
      inVain: this.#inVain,
      unneeded: this.#policies.unneeded(),
    }
  }

  /** Those that settings say call from other namespaces, and the ports for them. */
  #clients(): void {
    const { otlp, remoteWrite } = this.#spec.networkPolicy.clients
    const callers = [
      ...(this.#spec.prometheus.otlp === null ? [] : otlp.map((from) => ({ from, to: 'prometheus', port: 9090 }))),
      ...remoteWrite.map((from) => ({ from, to: 'thanos-receive-router', port: 19291 })),
    ]
    for (const { from, to, port } of callers)
      for (const pods of this.#all.filter(({ workload }) => workload === to)) {
        const { namespace, podLabels } = from
        const peer = Object.keys(podLabels).length === 0 ? { namespace } : { namespace, labels: podLabels }
        this.#need(this.#policies.mayBeCalled(pods, peer, `TCP ${port}`), `${namespace} to ${to} ${port}`)
      }
  }

  #lookAt(pods: Pods): void {
    for (const said of addressesSaidTo(pods, this.#objects)) {
      const before = this.#wrong.length
      this.#lookAtSaid(pods, said)
      if (this.#wrong.length > before) this.#inVain.push(said)
    }
    for (const { why, cidrs, namespaces, ports } of impliedBy(pods, this.#objects, this.#spec)) {
      this.#blocks(pods, cidrs, ports, why)
      for (const namespace of namespaces) this.#namespace(pods, namespace, why, why.includes('Secret') ? null : ports)
    }
    for (const found of documentsOf(pods, this.#objects).flatMap((one) => foundByJobs(one, this.#all, this.#spec))) {
      this.#addresses += 1
      if (found.cidrs.length + found.listeners.length === 0) this.#wrong.push(`the job ${found.job} finds nothing`)
      this.#blocks(pods, found.cidrs, found.ports, found.job)
      for (const listener of found.listeners) this.#call(pods, listener, found.job)
    }
    if (callsSomebody(pods, this.#objects, this.#spec)) this.#names(pods)
  }

  #lookAtSaid(pods: Pods, said: Said): void {
    const { host, port } = addressOf(said.text)
    const location = locationOf(host, pods.namespace)
    const by = `${said.by}: ${said.text}`
    if (location.at === 'pod') return
    this.#addresses += 1
    if (/^kubernetes\.default\.svc$/.test(host)) {
      const { cidrs, ports } = this.#spec.networkPolicy.apiServer
      this.#blocks(pods, cidrs, ports, by)
      return
    }
    const ports = port === null ? this.#usualPorts(said) : [port]
    if (location.at === 'address') this.#blocks(pods, [location.cidr], ports, by)
    if (location.at === 'outside' || location.at === 'unknown')
      this.#blocks(pods, this.#outside(said, ports), ports, by)
    if (location.at === 'unknown') this.#namespace(pods, location.namespace, by)
    if (location.at !== 'service') return
    if (this.#isOwn(location.namespace) && !this.#isOfPeople(said)) this.#service(pods, said, ports)
    else this.#namespace(pods, location.namespace, by)
  }

  /** A Service that cluster.yaml names may be one of people's own in a namespace of the stack. */
  #isOfPeople({ by, text }: Said): boolean {
    if (by.startsWith('prometheus-scrape-jobs')) return true
    const { host } = addressOf(text)
    return addressesElsewhere(this.#spec).some((place) => addressOf(place).host === host)
  }

  #service(pods: Pods, { by, text }: Said, ports: number[]): void {
    const { host, port } = addressOf(text)
    const [, query] = /_([^.]+)\._(?:tcp|udp)\./.exec(text) ?? []
    const listeners = (port === null && query !== undefined ? [query] : ports).flatMap((one) =>
      listenersAt(host, one, this.#objects, this.#all),
    )
    if (listeners.length === 0) this.#wrong.push(`${by}: nobody listens at ${text}`)
    for (const listener of listeners) this.#call(pods, listener, `${by}: ${text}`)
  }

  /** A connection needs both ends; of pods on the host's network the policies see the node. */
  #call(pods: Pods, { pods: to, port }: Listener, by: string): void {
    if (to.spec.hostNetwork === true) {
      this.#blocks(pods, this.#spec.networkPolicy.nodes.cidrs, [Number(port.split(' ')[1])], by)
      return
    }
    this.#need(this.#policies.mayCall(pods, to, port), `${by}: from ${pods.workload} to ${to.workload} ${port}`)
    this.#need(this.#policies.mayBeCalled(to, pods, port), `${by}: into ${to.workload} from ${pods.workload} ${port}`)
  }

  #blocks(pods: Pods, cidrs: string[], ports: number[], by: string): void {
    for (const cidr of cidrs)
      for (const port of ports)
        this.#need(
          this.#policies.mayCall(pods, { cidr }, `TCP ${port}`),
          `${by}: from ${pods.workload} to ${cidr}, TCP ${port}`,
        )
  }

  /** Ports of pods behind a Service of others are known where a setting says them, and else any. */
  #namespace(pods: Pods, namespace: string, by: string, stated: number[] | null = null): void {
    const known = stated ?? this.#spec.networkPolicy.servicePorts[namespace]
    const ports = known === undefined ? [null] : known.map((port): PortOf => `TCP ${port}`)
    for (const port of ports)
      this.#need(
        this.#policies.mayCall(pods, { namespace }, port),
        `${by}: from ${pods.workload} to namespace ${namespace}, ${port ?? 'any port'}`,
      )
  }

  /** Names of targets are in blocks that people state for them; all others in those of the world outside. */
  #outside({ by }: Said, ports: number[]): string[] {
    const { external, scrapeTargets } = this.#spec.networkPolicy
    if (!by.startsWith('prometheus-scrape-jobs')) return external.cidrs
    const stated = scrapeTargets.flatMap((one) =>
      'cidrs' in one && ports.every((port) => one.ports.includes(port)) ? one.cidrs : [],
    )
    if (stated.length === 0) this.#wrong.push(`${by}: no setting states where it is`)
    return stated
  }

  #names(pods: Pods): void {
    const { dns } = this.#spec.networkPolicy
    const servers: Peer[] = [
      { namespace: dns.namespace, labels: dns.podLabels },
      ...dns.cidrs.map((cidr): Peer => ({ cidr })),
    ]
    for (const server of servers)
      for (const port of dns.ports)
        for (const protocol of ['UDP', 'TCP'] as const)
          this.#need(this.#policies.mayCall(pods, server, `${protocol} ${port}`), `${pods.workload} asks for names`)
  }

  #need(allowed: boolean, what: string): void {
    if (!allowed) this.#wrong.push(`no policy allows ${what}`)
  }

  #isOwn(namespace: string): boolean {
    return this.#all.some((pods) => pods.namespace === namespace)
  }

  /** The ports that a program takes where its address has none. */
  #usualPorts({ key, text, beside }: Said): number[] {
    if (addressOf(text).srv) return [10901, ...this.#spec.networkPolicy.external.ports]
    if (key === 'address' || key === 'addresses') return [10901]
    const insecure = text.startsWith('http:') || ('insecure' in beside && beside.insecure === true)
    return [insecure ? 80 : 443]
  }
}
