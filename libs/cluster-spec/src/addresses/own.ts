import { components, type ComponentName, componentNames, portOf, portsOf } from '@thanos-fleet/catalog'
import type { ClusterSpec } from '../spec.ts'
import { addressOf, usualPort } from './address.ts'
import { locationOf } from './location.ts'

/** Where an address leads within the stack. */
export interface OwnTarget {
  /** The components behind its Service. */
  components: ComponentName[]
  /** The one that listens there, and the name of its port; null: none does. */
  listener: { component: ComponentName; port: string } | null
}

/**
 * The components of the stack that an address of cluster.yaml leads to; null: it leads elsewhere, perhaps to a Service that
 * people have in this namespace themselves.
 * @param otherwise the port where the address has none; left out: that of a URL
 */
export function ownTarget(
  spec: Pick<ClusterSpec, 'namespace'>,
  text: string,
  otherwise = usualPort(text),
): OwnTarget | null {
  const { host, port } = addressOf(text)
  const location = locationOf(host, spec.namespace)
  if (location.at !== 'service' || location.namespace !== spec.namespace) return null
  const [, service] = host
    .replace(/\.svc(\.cluster\.local)?$/, '')
    .split('.')
    .toReversed()
  const found = componentNames.filter((name) => components[name].service === (service ?? host))
  if (found.length === 0) return null
  const [, srv] = /_([^.]+)\._(?:tcp|udp)\./.exec(text) ?? []
  const isMeant = (component: ComponentName, name: string) =>
    port === null && srv !== undefined ? name === srv : portOf(component, name) === (port ?? otherwise)
  const [listener = null] = found.flatMap((component) =>
    portsOf(component)
      .filter((name) => isMeant(component, name))
      .map((name) => ({ component, port: name })),
  )
  return { components: found, listener }
}
