import { grpcServerName, grpcTlsSecret, hostCertificateSecret } from '@thanos-fleet/authoring'
import type { BackendTLSPolicy, ReferenceGrant } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { metadata, type Publishing } from './publishing.ts'

/**
 * How a gateway reaches gRPC servers that speak TLS. It takes their authority from the Secret with their certificate:
 * Secrets are up to implementations, and Envoy Gateway and Traefik support them.
 */
export function backendPolicies(settings: Publishing, pages: Page[]): BackendTLSPolicy[] {
  return encrypted(settings, pages).map(({ name, service, portName }) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'BackendTLSPolicy',
    metadata: metadata(name, settings.namespace),
    spec: {
      targetRefs: [{ group: '', kind: 'Service', name: service, sectionName: portName }],
      validation: {
        hostname: grpcServerName(settings),
        caCertificateRefs: [{ group: '', kind: 'Secret', name: grpcTlsSecret }],
      },
    },
  }))
}

/** Lets a Gateway of another namespace use the certificate of the hosts, and the one for encrypted gRPC. */
export function referenceGrant(settings: Publishing, gateway: { namespace: string }, pages: Page[]): ReferenceGrant[] {
  const secrets = [
    ...(settings.tls === null ? [] : [hostCertificateSecret(settings)]),
    ...(encrypted(settings, pages).length === 0 ? [] : [grpcTlsSecret]),
  ]
  if (gateway.namespace === settings.namespace || secrets.length === 0) return []
  return [
    {
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'ReferenceGrant',
      metadata: metadata('thanos-gateway', settings.namespace),
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', namespace: gateway.namespace }],
        to: secrets.map((name) => ({ group: '', kind: 'Secret', name })),
      },
    },
  ]
}

const encrypted = ({ encryptedGrpc }: Publishing, pages: Page[]) => pages.filter(({ grpc }) => grpc && encryptedGrpc)
