import { grpcTlsSecret, hostCertificateSecret } from '@thanos-fleet/authoring'
import type { Gateway } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { published, type Publishing } from './publishing.ts'

export const gatewayName = 'thanos'

/**
 * A Gateway with a listener for each page. Client certificates are asked for by port, so the pages of programs have one of
 * their own: that of the pods behind. Without the Secret of the authority Envoy Gateway closes the listener.
 */
export function ownGateway(settings: Publishing, pages: Page[]): Gateway {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: published(gatewayName, settings),
    spec: {
      gatewayClassName: settings.class ?? '',
      listeners: pages.map((page) => ({
        name: page.name,
        hostname: page.host,
        port: portOf(settings, page),
        ...(page.passthrough ? passesOn : endsTls(settings)),
        allowedRoutes: { namespaces: { from: 'Same' as const } },
      })),
      ...certificates(settings, pages),
    },
  }
}

const passesOn = { protocol: 'TLS', tls: { mode: 'Passthrough' as const } }

/** Group and kind are said because Traefik refuses a reference without them. */
function endsTls(settings: Publishing) {
  return {
    protocol: 'HTTPS',
    tls: { mode: 'Terminate' as const, certificateRefs: [secret(hostCertificateSecret(settings))] },
  }
}

function portOf({ port, reader }: Publishing, page: Page): number {
  if (page.byCertificate) return page.port
  // Traefik serves a listener at the entry point that has its port: `websecure` of its chart listens at 8443.
  return port ?? (reader === 'traefik' ? 8443 : 443)
}

/** Client certificates: those that the gateway asks for, and the one that it presents to encrypted gRPC. */
function certificates(settings: Publishing, pages: Page[]): Pick<Gateway['spec'], 'tls'> {
  const { clientAuthority, encryptedGrpc } = settings
  const programs = pages.filter((page) => page.byCertificate)
  if (clientAuthority === null || programs.length === 0) return {}
  const asked = { validation: { caCertificateRefs: [secret(clientAuthority.secret)] } }
  return {
    tls: {
      // The pages of people, whose browsers have no certificate, are at another port.
      frontend: { default: {}, perPort: programs.map((page) => ({ port: portOf(settings, page), tls: asked })) },
      ...(encryptedGrpc ? { backend: { clientCertificateRef: secret(grpcTlsSecret) } } : {}),
    },
  }
}

const secret = (name: string) => ({ group: '', kind: 'Secret', name })
