import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { object } from './objects.ts'

/**
 * The GatewayClass of the Gateway that the stack has of its own: what whoever runs Traefik makes, once for a whole cluster.
 * Nothing where pages are not published by a Gateway.
 */
export function gatewayClassObjects({ ingress }: ClusterSpec): KubeObject[] {
  if (ingress?.kind !== 'Gateway' || ingress.class === null) return []
  return [
    object(
      'gateway.networking.k8s.io/v1',
      'GatewayClass',
      { name: ingress.class, labels: { 'app.kubernetes.io/part-of': testPart } },
      { spec: { controllerName: 'traefik.io/gateway-controller' } },
    ),
  ]
}

/** By this, what the test has made on the whole cluster is found again. */
export const testPart = 'thanos-fleet-e2e'
