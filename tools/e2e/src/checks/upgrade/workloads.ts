import { isWorkload, type KubeObject, type Workload } from '@thanos-fleet/kubernetes'

/**
 * The order of an upgrade: what is read before what reads it, ingestors before the routers that send to them, as
 * docs/operations.md ("Upgrading versions") advises.
 */
const order = [
  'thanos-store',
  'thanos-compact',
  'thanos-bucket-web',
  'thanos-rule',
  'prometheus',
  'thanos-receive-ingestor',
  'thanos-receive-router',
  'thanos-query',
  'thanos-query-frontend',
]

/** Components whose pods have other images after than before, in the order in which they are upgraded. */
export function upgraded(before: readonly KubeObject[], after: readonly KubeObject[]): string[] {
  const old = new Map(before.filter(isWorkload).map((object) => [keyOf(object), imagesOf(object)]))
  const changed = after.filter(isWorkload).filter((object) => old.get(keyOf(object)) !== imagesOf(object))
  const names = new Set(changed.map(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] ?? metadata.name))
  return [...names].toSorted((a, b) => rank(a) - rank(b))
}

function rank(name: string): number {
  const at = order.indexOf(name)
  return at < 0 ? order.length : at
}

function keyOf({ kind, metadata }: Workload): string {
  return `${kind} ${metadata.name}`
}

function imagesOf({ spec }: Workload): string {
  return (spec?.template.spec?.containers ?? []).map(({ image }) => image).join(' ')
}
