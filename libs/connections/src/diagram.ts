import { components, type ComponentName, protocolOf } from '@thanos-fleet/catalog'
import { type Connection, connectionsOf, isComponent } from './connections.ts'
import type { Facts } from './facts.ts'
import type { External, Party } from './parties.ts'

const externalTitles: Record<External, string> = {
  'kubernetes-api': 'Kubernetes API',
  kubelet: 'kubelets',
  'object-store': 'object store',
  'identity-provider': 'identity provider',
  'additional-buckets': 'additional buckets',
  'additional-identity-providers': 'identity providers of additional buckets',
  'alert-receivers': 'alert receivers',
  'ingress-controller': 'ingress controller',
  database: 'database',
  'data-sources': 'data sources',
  'login-provider': 'login provider',
  'remote-storeapi': 'further StoreAPIs',
  'read-clusters': 'clusters that it reads',
  'remote-write-endpoints': 'further remote write endpoints',
  'written-cluster': 'cluster that it sends to',
  'external-alertmanagers': 'Alertmanagers elsewhere',
  'tracing-collector': 'collector of traces',
  'extra-targets': 'targets of extra scrape jobs',
  'otlp-clients': 'OTLP clients',
  'remote-write-clients': 'remote write clients',
}

/**
 * The connections of a cluster as a Mermaid flow chart. That Prometheus scrapes every part is left out: it is true of
 * all of them, and those lines would hide the others.
 */
export function mermaid(facts: Facts): string {
  const rows = connectionsOf(facts).filter((row) => row.api !== 'metrics' && !isUdp(row))
  const parties = [...new Set(rows.flatMap((row) => [row.from, row.to]))]
  const node = (party: Party) => `  ${party}${isComponent(party) ? `[${title(party)}]` : `([${title(party)}])`}`
  const arrow = ({ from, to, verb, api }: (typeof rows)[number]) => `  ${from} -->|"${verb} (${api})"| ${to}`
  return ['flowchart LR', ...parties.map(node), ...rows.map(arrow)].join('\n')
}

/** A port that also exists for TCP: its arrow would be there twice. */
function isUdp({ to, port }: Connection): boolean {
  return isComponent(to) && protocolOf(to, port) === 'UDP'
}

/** What people call a party. */
export function title(party: Party): string {
  const name: ComponentName | External = party
  return isComponent(name) ? components[name].title : externalTitles[name]
}
