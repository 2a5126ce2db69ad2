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
  grpc: boolean
  /** Whether the page asks for a login itself; a second one in front of Grafana would break its own. */
  hasLogin: boolean
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
        hasLogin: pages[name].ownLogin,
      },
    ]
  })
}
