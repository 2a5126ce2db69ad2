import type { ClusterSpec, Ingress } from '@thanos-fleet/cluster-spec'
import { connectionsOf, components, type ComponentName, type Facts, isComponent, portOf } from '@thanos-fleet/connections'

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

type HostName = keyof Ingress['hosts']

/** Which host belongs to which component; that the controller may reach it is in the table of connections. */
const componentOfHost: Record<HostName, ComponentName> = {
  prometheus: 'prometheus',
  query: 'thanos-query-frontend',
  queryGrpc: 'thanos-query',
  grafana: 'grafana',
  alertmanager: 'alertmanager',
  bucketWeb: 'thanos-bucket-web',
  rule: 'thanos-rule',
}

/** The pages that have a host and whose component is there. */
export function pagesOf(spec: ClusterSpec, facts: Facts): Page[] {
  const published = connectionsOf(facts).filter(row => row.from === 'ingress-controller')
  return published.flatMap(row => {
    if (!isComponent(row.to)) return []
    const component = row.to
    const grpc = row.port === 'grpc'
    const host = hostOf(spec, component, grpc)
    if (host === null) return []
    return [{
      name: grpc ? `${component}-grpc` : component,
      host, component, grpc,
      service: components[component].service,
      port: portOf(component, row.port),
      hasLogin: component === 'grafana',
    }]
  })
}

function hostOf({ ingress }: ClusterSpec, component: ComponentName, grpc: boolean): string | null {
  const names: HostName[] = ['prometheus', 'query', 'queryGrpc', 'grafana', 'alertmanager', 'bucketWeb', 'rule']
  const name = names.find(name => componentOfHost[name] === component && (name === 'queryGrpc') === grpc)
  return name === undefined || ingress === null ? null : ingress.hosts[name]
}
