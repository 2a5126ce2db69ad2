import type { Finding } from '../finding.ts'
import { controllerOf, controllerOfClass } from '../ingress-controllers.ts'
import type { Ingress } from '../spec.ts'
import type { Check } from './check.ts'

/** Whose pods policies let in is known for the classes of a few controllers only. */
export const ingressController: Check = ({ ingress }, { written }) => {
  if (ingress === null || ingress.kind === 'IngressRoute' || ingress.class === null) return []
  if (controllerOfClass(ingress.class) !== null || written(['ingress', 'controller'])) return []
  return [
    {
      code: 'ingress-controller-unknown',
      path: ['ingress', 'class'],
      message: `which pods serve the class "${ingress.class}" is not known, so policies would let in those of another controller`,
      remedy: 'add controller: {namespace, podLabels} of its pods',
    },
  ]
}

/** The project ended in March 2026: https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ */
export const ingressNginx: Check = ({ ingress }) => {
  if (ingress === null || controllerOf(ingress) !== 'ingress-nginx') return []
  return [
    {
      severity: 'warning',
      code: 'ingress-nginx-retired',
      path: ingress.class === null ? ['ingress', 'kind'] : ['ingress', 'class'],
      message: 'ingress-nginx has been retired since March 2026: there are no more fixes, also of its security',
      remedy: 'write kind: Gateway, or another controller: class: traefik',
    },
  ]
}

/** What asks for credentials is an annotation or object of each controller's own. */
export const ingressAuthentication: Check = ({ ingress }) => {
  const refused = ingress === null ? null : refusalOf(ingress)
  if (refused === null) return []
  const finding: Finding = {
    code: 'authentication-not-supported',
    path: ['ingress', 'authentication'],
    at: 'key',
    also: [
      ['ingress', 'kind'],
      ['ingress', 'class'],
    ],
    ...refused,
  }
  return [finding]
}

const filterRemedy = 'authentication: {gatewayFilter: {group, kind, name}}'

function refusalOf(ingress: Ingress): { message: string; remedy: string } | null {
  const { kind, authentication: by } = ingress
  const controller = controllerOf(ingress)
  if ('gatewayFilter' in by) {
    if (kind !== 'Gateway') {
      return {
        message: `gatewayFilter is for kind Gateway, and ingress.kind is ${kind}`,
        remedy: 'write basicAuthSecret or forwardAuth',
      }
    }
    const { group, kind: filter } = by.gatewayFilter
    if (group !== 'gateway.envoyproxy.io' || !filter.endsWith('Policy')) return null
    // Source: processExtensionRefHTTPFilter in internal/gatewayapi/filters.go of Envoy Gateway 1.9
    return {
      message: `a ${filter} is no filter of a route: Envoy Gateway would answer every request with an error`,
      remedy:
        'write class: envoy and basicAuthSecret; for another login, patch the SecurityPolicy that follows from it',
    }
  }
  if (kind === 'Gateway') {
    if (controller === 'traefik' || (controller === 'envoy-gateway' && 'basicAuthSecret' in by)) return null
    return controller === 'envoy-gateway'
      ? {
          message: 'Envoy Gateway asks a Service of the cluster instead of a URL: the pages would be public',
          remedy: 'write basicAuthSecret, and patch the SecurityPolicy that follows from it',
        }
      : {
          message: 'kind Gateway does not support this authentication: the pages would be public',
          remedy: `write ${filterRemedy}, or the class of a controller that is known: class: traefik`,
        }
  }
  if (controller !== null) return null
  return {
    message: 'how this controller of Ingress asks for credentials is not known: the pages would be public',
    remedy: `write kind: Gateway with ${filterRemedy}, or class: traefik`,
  }
}
