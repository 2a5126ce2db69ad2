import type { KubeObject } from '@thanos-fleet/kubernetes'
import { backendPolicies, referenceGrant } from './gateway-backends.ts'
import { grpcTimeout, users } from './envoy-gateway.ts'
import { gatewayRoutes } from './gateway-routes.ts'
import { ownGateway } from './own-gateway.ts'
import type { Page } from './pages.ts'
import type { Publishing } from './publishing.ts'
import { authentication } from './traefik.ts'

/**
 * The Gateway API: routes, the Gateway they attach to unless it exists already, and what its controller needs beside them.
 * Source: https://gateway-api.sigs.k8s.io/reference/spec/
 */
export function gatewayObjects(settings: Publishing, pages: Page[]): KubeObject[] {
  return [
    ...(settings.reader === 'traefik' ? authentication(settings) : []),
    ...(settings.reader === 'envoy-gateway' ? [...users(settings, pages), ...grpcTimeout(settings, pages)] : []),
    ...(settings.gateway === null ? [ownGateway(settings, pages)] : referenceGrant(settings, settings.gateway, pages)),
    ...backendPolicies(settings, pages),
    ...gatewayRoutes(settings, pages),
  ]
}
