import { pageAt, pages } from '@thanos-fleet/catalog'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import {
  connectionsOf,
  components,
  type ComponentName,
  type Facts,
  isComponent,
  portOf,
} from '@thanos-fleet/connections'

/** A published page: its host, and the Service and port behind it. */
export interface Page {
  /** The name of the objects that publish it. */
  name: string
  host: string
  component: ComponentName
  service: string
  port: number
  portName: string
  grpc: boolean
  /** Whether no login is asked for in front: a second one would break Grafana's own, and no program can do it. */
  hasLogin: boolean
  /** Whether the controller asks clients for a certificate. */
  byCertificate: boolean
  /** Whether the connection is passed on as it is: the pods end TLS, and ask for certificates. */
  passthrough: boolean
}

/** The pages that have a host and whose component is there. */
export function pagesOf({ ingress }: ClusterSpec, facts: Facts): Page[] {
  const published = connectionsOf(facts).filter((row) => row.from === 'ingress-controller')
  return published.flatMap(({ to, port }) => {
    const name = pageAt(to, port)
    const host = name === undefined ? null : (ingress?.hosts[name] ?? null)
    if (name === undefined || host === null || !isComponent(to)) return []
    const component = to
    const grpc = port === 'grpc'
    return [
      {
        name: grpc ? `${component}-grpc` : component,
        host,
        component,
        grpc,
        service: components[component].service,
        port: portOf(component, port),
        portName: port,
        hasLogin: pages[name].ownLogin || pages[name].byCertificate,
        byCertificate: pages[name].byCertificate && !pages[name].passthrough,
        passthrough: pages[name].passthrough,
      },
    ]
  })
}
