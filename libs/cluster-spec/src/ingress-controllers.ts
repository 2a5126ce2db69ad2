import type { Ingress } from './spec.ts'

/** A controller whose own objects and annotations are known. */
export type IngressController = 'traefik' | 'envoy-gateway' | 'ingress-nginx'

interface Known {
  /** A class with one of these words is this controller's: `traefik-internal`. */
  words: readonly string[]
  /** Its pods, as its own installation labels them. */
  pods: { namespace: string; name: string }
}

const known: Readonly<Record<IngressController, Known>> = {
  traefik: { words: ['traefik'], pods: { namespace: 'traefik', name: 'traefik' } },
  // The pods are the proxies that Envoy Gateway makes.
  'envoy-gateway': { words: ['envoy', 'eg'], pods: { namespace: 'envoy-gateway-system', name: 'envoy' } },
  'ingress-nginx': { words: ['nginx'], pods: { namespace: 'ingress-nginx', name: 'ingress-nginx' } },
}

const controllers = Object.keys(known).filter((name): name is IngressController => name in known)

/** The controller that is let in where a kind says nothing else. */
const usual: Readonly<Record<Ingress['kind'], IngressController>> = {
  IngressRoute: 'traefik',
  Ingress: 'ingress-nginx',
  Gateway: 'envoy-gateway',
}

const nameLabel = 'app.kubernetes.io/name'

/** The controller that a class names; null where it does not tell. */
export function controllerOfClass(name: string): IngressController | null {
  const words = name.split(/[-.]/)
  return controllers.find((controller) => known[controller].words.some((word) => words.includes(word))) ?? null
}

/** The pods of the controller that is meant where `ingress.controller` does not say them. */
export function usualPods(ingress: Omit<Ingress, 'controller'>): Ingress['controller'] {
  const { namespace, name } = known[said(ingress) ?? usual[ingress.kind]].pods
  return { namespace, podLabels: { [nameLabel]: name } }
}

/**
 * The controller that reads the objects, as far as `ingress` tells: null means that only what every one understands can
 * be written. Objects of Envoy Gateway are made only where it is named, since its definitions need not be installed.
 */
export function controllerOf(ingress: Ingress): IngressController | null {
  const named = said(ingress)
  if (named !== null) return named
  const byPods = controllers.find((name) => known[name].pods.name === ingress.controller.podLabels[nameLabel]) ?? null
  return ingress.kind === 'Gateway' && byPods !== 'traefik' ? null : byPods
}

function said({ kind, class: name, authentication }: Omit<Ingress, 'controller'>): IngressController | null {
  if (kind === 'IngressRoute') return 'traefik'
  const byClass = name === null ? null : controllerOfClass(name)
  if (byClass !== null || !('gatewayFilter' in authentication)) return byClass
  const { group } = authentication.gatewayFilter
  if (group === 'traefik.io') return 'traefik'
  return group === 'gateway.envoyproxy.io' ? 'envoy-gateway' : null
}

/** Whether the Gateway is one of the cluster's own rather than one that exists. */
export const hasOwnGateway = ({ kind, gateway }: Pick<Ingress, 'kind' | 'gateway'>) =>
  kind === 'Gateway' && gateway === null
