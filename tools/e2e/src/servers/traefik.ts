import type { KubeObject } from '@thanos-fleet/kubernetes'
import { namespaceObject, object, serverObjects } from './objects.ts'

export const traefikNamespace = 'traefik'
export const traefikLabels = { 'app.kubernetes.io/name': 'traefik' }
export const traefikPorts = { admin: 8080, websecure: 8443 }

const gatewayKinds = ['gatewayclasses', 'gateways', 'httproutes', 'grpcroutes', 'backendtlspolicies']
const statusOf = (kinds: readonly string[]) => kinds.map((kind) => `${kind}/status`)

/** Traefik as the shipped clusters expect it: namespace and labels as in `ingress.controller`, entry point `websecure`. */
export function traefikObjects(image: string, gateway: boolean): KubeObject[] {
  const account = { name: 'traefik', namespace: traefikNamespace }
  return [
    namespaceObject(traefikNamespace),
    object('v1', 'ServiceAccount', account, {}),
    // Source: https://doc.traefik.io/traefik/reference/dynamic-configuration/kubernetes-crd/ and …/kubernetes-gateway-api/ (RBAC)
    object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRole',
      { name: 'e2e-traefik' },
      {
        rules: [
          {
            apiGroups: [''],
            resources: ['services', 'secrets', 'nodes', 'namespaces', 'configmaps'],
            verbs: ['get', 'list', 'watch'],
          },
          { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
          { apiGroups: ['traefik.io'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
          { apiGroups: ['gateway.networking.k8s.io'], resources: ['*'], verbs: ['get', 'list', 'watch'] },
          // Of routes and Gateways, it says by their status whether it serves them.
          { apiGroups: ['gateway.networking.k8s.io'], resources: statusOf(gatewayKinds), verbs: ['update'] },
        ],
      },
    ),
    object(
      'rbac.authorization.k8s.io/v1',
      'ClusterRoleBinding',
      { name: 'e2e-traefik' },
      {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'e2e-traefik' },
        subjects: [{ kind: 'ServiceAccount', ...account }],
      },
    ),
    ...serverObjects({
      name: 'traefik',
      namespace: traefikNamespace,
      image,
      serviceAccount: 'traefik',
      readiness: '/ping',
      args: [
        '--providers.kubernetescrd',
        ...(gateway ? ['--providers.kubernetesgateway'] : []),
        `--entrypoints.traefik.address=:${traefikPorts.admin}`,
        `--entrypoints.websecure.address=:${traefikPorts.websecure}`,
        '--ping=true',
        '--log.level=INFO',
        '--global.checknewversion=false',
        '--global.sendanonymoususage=false',
      ],
      ports: traefikPorts,
    }),
  ]
}
