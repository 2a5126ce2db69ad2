import type { V1EndpointSlice, V1Pod, V1Service } from '@kubernetes/client-node'
import { isComponentName } from '@thanos-fleet/catalog'
import { type ClusterSpec, portIn } from '@thanos-fleet/cluster-spec'
import { componentNames, componentOf, type Party, portsOf } from '@thanos-fleet/connections'
import { testNamespace } from '../../servers/objects.ts'
import { splitAddress } from './sockets.ts'

/** What a cluster has that owns addresses. */
export interface Owners {
  /** All pods of all namespaces. */
  pods: readonly V1Pod[]
  services: readonly V1Service[]
  /** Where the API server itself is reached, behind the Service `kubernetes`. */
  apiServer: readonly V1EndpointSlice[]
  /** All addresses of nodes, also those that they have towards their own pods. */
  nodes: ReadonlySet<string>
  /** The namespaces of the stack. */
  stack: readonly string[]
  /** The ingress controller's. */
  controller: { namespace: string; podLabels: Readonly<Record<string, string>> } | null
}

/** The servers of the test that stand for external parties. */
const standIns: Readonly<Record<string, Party>> = {
  s3: 'object-store',
  webhook: 'alert-receivers',
  target: 'extra-targets',
}

/** Ports at the address of a node. Source of the kubelet's: https://kubernetes.io/docs/reference/networking/ports-and-protocols/ */
function nodePortsOf(spec: ClusterSpec): ReadonlyMap<number, string> {
  const ours = componentNames
    .filter((name) => componentOf(name).network === 'host')
    .flatMap((name) =>
      portsOf(name)
        .map((port) => portIn(spec, name, port))
        .map((port) => [port, `${name}:${port}`] as const),
    )
  return new Map([...ours, [10250, 'kubelet']])
}

/** Tells whose an address is. Pods that are gone stay known, since their connections outlive them. */
export class Parties {
  readonly #pods = new Map<string, string>()
  readonly #servers = new Map<string, string>()
  readonly #nodePorts: ReadonlyMap<number, string>
  #nodes: ReadonlySet<string> = new Set()

  constructor(spec: ClusterSpec) {
    this.#nodePorts = nodePortsOf(spec)
  }

  /** Takes what the cluster has now. */
  learn(owners: Owners): void {
    this.#nodes = owners.nodes
    for (const pod of owners.pods) {
      if (pod.spec?.hostNetwork === true) continue
      for (const { ip } of pod.status?.podIPs ?? []) this.#pods.set(ip, partyOf(pod, owners))
    }
    for (const slice of owners.apiServer) {
      for (const address of (slice.endpoints ?? []).flatMap(({ addresses }) => addresses)) {
        for (const { port } of slice.ports ?? []) this.#servers.set(`${address}:${port}`, 'kubernetes-api')
      }
    }
    for (const service of owners.services) this.#learnService(service, owners)
  }

  /** Who opened a connection; null: nobody of interest, a node that probes its pods or a pod that is long gone. */
  client(address: string, isPodAddress: (address: string) => boolean): string | null {
    if (this.#nodes.has(address)) return null
    return this.#pods.get(address) ?? (isPodAddress(address) ? null : address)
  }

  /** Who is asked at an address and port; null: a pod that is long gone. */
  server(addressAndPort: string, isPodAddress: (address: string) => boolean): string | null {
    const { address, port } = splitAddress(addressAndPort)
    const known =
      this.#servers.get(addressAndPort) ??
      (this.#nodes.has(address) ? (this.#nodePorts.get(port) ?? `node:${port}`) : undefined)
    if (known !== undefined) return known
    const pod = this.#pods.get(address)
    if (pod !== undefined) return withPort(pod, port)
    return isPodAddress(address) ? null : addressAndPort
  }

  /** A client sees the Service's address, not the pod's that its connection went to. */
  #learnService({ metadata, spec }: V1Service, owners: Owners): void {
    const addresses = (spec?.clusterIPs ?? []).filter((address) => address !== 'None')
    const isApiServer = metadata?.namespace === 'default' && metadata.name === 'kubernetes'
    const party = isApiServer
      ? 'kubernetes-api'
      : partyOf({ metadata: { ...metadata, labels: spec?.selector ?? {} } }, owners)
    for (const address of addresses) {
      for (const { port } of spec?.ports ?? []) this.#servers.set(`${address}:${port}`, withPort(party, port))
    }
  }
}

/** A component, an external party, or else the labels' name with its namespace, such as `e2e/probe`. */
function partyOf({ metadata }: Pick<V1Pod, 'metadata'>, { stack, controller }: Owners): string {
  const { namespace = '', name = '', labels = {} } = metadata ?? {}
  const label = labels['app.kubernetes.io/name'] ?? labels['k8s-app'] ?? name
  if (stack.includes(namespace) && isComponentName(label)) return label
  if (namespace === testNamespace && label in standIns) return standIns[label] ?? label
  if (
    controller?.namespace === namespace &&
    Object.entries(controller.podLabels).every(([key, value]) => labels[key] === value)
  )
    return 'ingress-controller'
  return label === 'kube-dns' ? 'dns' : `${namespace}/${label}`
}

/** External parties have no port of their own in the table of connections. */
function withPort(party: string, port: number): string {
  return isComponentName(party) ? `${party}:${port}` : party
}
