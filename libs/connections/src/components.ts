/**
 * The parts of the stack that listen on a port or talk to one: what they are called in Services, jobs, policies and
 * pictures, which pods they run in, and which ports they have. Every port number of the repository is here.
 */
export const components = {
  prometheus: part('Prometheus', 'prometheus-headless', { http: 9090 }, 'http'),
  'thanos-sidecar': part('Thanos Sidecar', 'prometheus-headless', { grpc: 10901, 'sidecar-http': 10902 }, 'sidecar-http', ['prometheus']),
  'thanos-query': part('Thanos Query', 'thanos-query', { http: 10902, grpc: 10901 }, 'http'),
  'thanos-query-frontend': part('Thanos Query Frontend', 'thanos-query-frontend', { http: 10902 }, 'http'),
  'thanos-store': part('Thanos Store Gateway', 'thanos-store', { grpc: 10901, http: 10902 }, 'http'),
  'thanos-compact': part('Thanos Compact', 'thanos-compact', { http: 10902 }, 'http'),
  'thanos-rule': part('Thanos Rule', 'thanos-rule', { grpc: 10901, http: 10902 }, 'http'),
  'thanos-receive-router': part('Thanos Receive router', 'thanos-receive', { http: 10902, 'remote-write': 19291 }, 'http'),
  'thanos-receive-ingestor': part('Thanos Receive ingestor', 'thanos-receive-ingestor', { grpc: 10901, http: 10902 }, 'http'),
  'thanos-bucket-web': part('Thanos bucket web', 'thanos-bucket-web', { http: 10902 }, 'http'),
  alertmanager: part('Alertmanager', 'alertmanager', { http: 9093, gossip: 9094, 'gossip-udp': 9094 }, 'http'),
  'config-reloader': part('Configuration reloader', '', { 'reloader-http': 8080 }, 'reloader-http', ['alertmanager', 'thanos-rule']),
  'node-exporter': part('node-exporter', '', { metrics: 9100 }, 'metrics'),
  'kube-state-metrics': part('kube-state-metrics', 'kube-state-metrics', { 'http-metrics': 8080, telemetry: 8081 }, 'http-metrics'),
  grafana: part('Grafana', 'grafana', { http: 3000 }, 'http'),
  memcached: part('memcached', 'memcached', { client: 11211, metrics: 9150 }, 'metrics'),
} as const satisfies Record<string, Part>

/** A part of the stack. */
export interface Part {
  /** What people call it. */
  title: string
  /** The Service that its clients ask; '' where nobody asks by name. */
  service: string
  /** Port numbers by the name they have in containers and Services. A name ending in `-udp` is UDP, all others TCP. */
  ports: Readonly<Record<string, number>>
  /** The name of the port that serves `/metrics`. */
  metrics: string
  /** The components in whose pods it runs as a further container; empty: it has pods of its own. */
  inPodsOf: readonly string[]
}

export type ComponentName = keyof typeof components

export const componentNames = Object.keys(components) as ComponentName[]

/** The names of the ports of a component. */
export type PortName<Component extends ComponentName> = keyof (typeof components)[Component]['ports'] & string

/** The number of a port of a component; a name that the component does not have does not compile. */
export function port<Component extends ComponentName>(component: Component, name: PortName<Component>): number {
  return portOf(component, name)
}

/** The number of a port whose name is only known at run time. @throws RangeError when there is no such port. */
export function portOf(component: ComponentName, name: string): number {
  const part: Part = components[component]
  const number = part.ports[name]
  if (number === undefined) throw new RangeError(`${component} has no port ${name}`)
  return number
}

function part<const Ports extends Record<string, number>>(
  title: string, service: string, ports: Ports, metrics: keyof Ports & string, inPodsOf: readonly string[] = [],
): { title: string; service: string; ports: Ports; metrics: keyof Ports & string; inPodsOf: readonly string[] } {
  return { title, service, ports, metrics, inPodsOf }
}
