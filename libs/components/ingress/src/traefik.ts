import type { IngressRoute, KubeObject, Middleware, ServersTransport } from '@thanos-fleet/kubernetes'
import { tlsSecret } from './certificate.ts'
import type { Page } from './pages.ts'
import { metadata, published, type Publishing } from './publishing.ts'

export const middlewareName = 'thanos-authentication'
const transportName = 'thanos-grpc'

/** Source: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/ */
export function traefikRoutes(settings: Publishing, pages: Page[]): KubeObject[] {
  return [
    ...authentication(settings),
    ...(settings.encryptedGrpc && pages.some((page) => page.grpc) ? [transport(settings)] : []),
    ...pages.map((page) => route(settings, page)),
  ]
}

function route(settings: Publishing, { name, host, service, port, grpc, hasLogin }: Page): IngressRoute {
  const { namespace } = settings
  const annotations = settings.class === null ? {} : { 'kubernetes.io/ingress.class': settings.class }
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: published(name, settings, annotations),
    spec: {
      entryPoints: ['websecure'],
      routes: [
        {
          kind: 'Rule',
          match: `Host(\`${host}\`)`,
          ...(hasLogin ? {} : { middlewares: [{ name: middlewareOf(settings), namespace }] }),
          services: [{ name: service, port, ...(grpc ? overGrpc(settings) : {}) }],
        },
      ],
      tls: { secretName: tlsSecret(settings) },
    },
  }
}

function overGrpc({ encryptedGrpc }: Publishing): { scheme: string; serversTransport?: string } {
  return encryptedGrpc ? { scheme: 'https', serversTransport: transportName } : { scheme: 'h2c' }
}

/** How Traefik proves itself to gRPC servers that ask for a certificate. */
function transport({ namespace }: Publishing): ServersTransport {
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'ServersTransport',
    metadata: metadata(transportName, namespace),
    spec: {
      serverName: `thanos-grpc.${namespace}.svc`,
      rootCAs: [{ secret: 'thanos-grpc-tls' }],
      certificatesSecrets: ['thanos-grpc-tls'],
    },
  }
}

function middlewareOf({ authentication }: Publishing): string {
  return 'gatewayFilter' in authentication ? authentication.gatewayFilter.name : middlewareName
}

/** The Middleware that asks for credentials; one that exists already is only named. */
export function authentication({ authentication: by, namespace }: Publishing): Middleware[] {
  if ('gatewayFilter' in by) return []
  return [
    {
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'Middleware',
      metadata: metadata(middlewareName, namespace),
      spec:
        'basicAuthSecret' in by
          ? { basicAuth: { secret: by.basicAuthSecret, removeHeader: true } }
          : { forwardAuth: { address: by.forwardAuth, trustForwardHeader: false } },
    },
  ]
}
