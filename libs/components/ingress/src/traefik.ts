import { grpcServerName, grpcTlsSecret, hostCertificateSecret } from '@thanos-fleet/authoring'
import type {
  IngressRoute,
  IngressRouteTCP,
  KubeObject,
  Middleware,
  ServersTransport,
  TLSOption,
} from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { loginName, metadata, published, type Publishing } from './publishing.ts'

const transportName = 'thanos-grpc'
const clientsName = 'thanos-clients'

/** Source: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/ */
export function traefikRoutes(settings: Publishing, pages: Page[]): KubeObject[] {
  return [
    ...authentication(settings),
    ...(settings.encryptedGrpc && pages.some((page) => page.grpc) ? [transport(settings)] : []),
    ...(pages.some((page) => page.byCertificate) ? clients(settings) : []),
    ...pages.map((page) => (page.passthrough ? passedOn(settings, page) : route(settings, page))),
  ]
}

function route(settings: Publishing, { name, host, service, port, grpc, hasLogin, byCertificate }: Page): IngressRoute {
  const { namespace } = settings
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: published(name, settings, classOf(settings)),
    spec: {
      entryPoints: ['websecure'],
      routes: [
        {
          kind: 'Rule',
          match: `Host(\`${host}\`)`,
          ...(hasLogin ? {} : { middlewares: [{ name: loginName, namespace }] }),
          services: [{ name: service, port, ...(grpc ? overGrpc(settings) : {}) }],
        },
      ],
      tls: {
        secretName: hostCertificateSecret(settings),
        ...(byCertificate ? { options: { name: clientsName, namespace } } : {}),
      },
    },
  }
}

/**
 * A connection that Traefik knows by the name that its client asks for, and passes on.
 * Source: https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/tcp/ingressroutetcp/
 */
function passedOn(settings: Publishing, { name, host, service, port }: Page): IngressRouteTCP {
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRouteTCP',
    metadata: published(name, settings, classOf(settings)),
    spec: {
      entryPoints: ['websecure'],
      routes: [{ match: `HostSNI(\`${host}\`)`, services: [{ name: service, port }] }],
      tls: { passthrough: true },
    },
  }
}

function classOf(settings: Publishing): Record<string, string> {
  return settings.class === null ? {} : { 'kubernetes.io/ingress.class': settings.class }
}

function overGrpc({ encryptedGrpc }: Publishing): { scheme: string; serversTransport?: string } {
  return encryptedGrpc ? { scheme: 'https', serversTransport: transportName } : { scheme: 'h2c' }
}

/** How Traefik proves itself to gRPC servers that ask for a certificate. */
function transport(settings: Publishing): ServersTransport {
  return {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'ServersTransport',
    metadata: metadata(transportName, settings.namespace),
    spec: {
      serverName: grpcServerName(settings),
      rootCAs: [{ secret: grpcTlsSecret }],
      certificatesSecrets: [grpcTlsSecret],
    },
  }
}

/**
 * Whom Traefik lets in at a host where clients present a certificate. Without the Secret it closes every connection.
 * Source: buildTLSConfig in pkg/tls/tlsmanager.go of Traefik 3.7
 */
function clients({ clientAuthority, namespace }: Publishing): TLSOption[] {
  if (clientAuthority === null) return []
  return [
    {
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'TLSOption',
      metadata: metadata(clientsName, namespace),
      spec: {
        minVersion: 'VersionTLS12',
        clientAuth: { secretNames: [clientAuthority.secret], clientAuthType: 'RequireAndVerifyClientCert' },
      },
    },
  ]
}

/** The Middleware that asks for credentials; one that exists already is only named. */
export function authentication({ authentication: by, namespace }: Publishing): Middleware[] {
  if ('gatewayFilter' in by) return []
  return [
    {
      apiVersion: 'traefik.io/v1alpha1',
      kind: 'Middleware',
      metadata: metadata(loginName, namespace),
      spec:
        'basicAuthSecret' in by
          ? { basicAuth: { secret: by.basicAuthSecret, removeHeader: true } }
          : { forwardAuth: { address: by.forwardAuth, trustForwardHeader: false } },
    },
  ]
}
