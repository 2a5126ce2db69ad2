import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { object } from './objects.ts'
import { traefikPorts } from './traefik.ts'

const api = 'gateway.networking.k8s.io/v1'

/** Of the test; there is one on the whole cluster. */
export const gatewayClass = 'e2e-traefik'

/**
 * The Gateway to which the routes of the stack attach, and the Middleware that asks for credentials: what the people who run
 * the Gateway would have made. Nothing where the pages are not published by one.
 */
export function gatewayObjects({ ingress, namespace }: ClusterSpec): KubeObject[] {
  if (ingress?.kind !== 'Gateway' || ingress.gateway === null) return []
  const { name, namespace: ofGateway, sectionName } = ingress.gateway
  const tls = 'secret' in ingress.tls ? ingress.tls.secret : ''
  const listener = {
    name: sectionName ?? 'https',
    protocol: 'HTTPS',
    // Traefik finds the entry point of a listener by its port.
    port: traefikPorts.websecure,
    tls: { mode: 'Terminate', certificateRefs: [{ name: tls }] },
    allowedRoutes: { namespaces: { from: 'All' } },
  }
  return [
    object(api, 'GatewayClass', { name: gatewayClass }, { spec: { controllerName: 'traefik.io/gateway-controller' } }),
    object(
      api,
      'Gateway',
      { name, namespace: ofGateway },
      { spec: { gatewayClassName: gatewayClass, listeners: [listener] } },
    ),
    ...('gatewayFilter' in ingress.authentication
      ? [
          object(
            'traefik.io/v1alpha1',
            'Middleware',
            { name: ingress.authentication.gatewayFilter.name, namespace },
            { spec: { basicAuth: { secret: 'monitoring-users', removeHeader: true } } },
          ),
        ]
      : []),
  ]
}
