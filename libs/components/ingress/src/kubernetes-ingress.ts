import { hostCertificateSecret } from '@thanos-fleet/authoring'
import type { Ingress, KubeObject } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { loginName, published, type Publishing } from './publishing.ts'
import { authentication } from './traefik.ts'

/** Ingress objects. How authentication is asked for is an annotation of each controller's own. */
export function kubernetesIngresses(settings: Publishing, pages: Page[]): KubeObject[] {
  return [
    ...(settings.reader === 'traefik' ? authentication(settings) : []),
    ...pages.map((page) => ingress(settings, page)),
  ]
}

function ingress(settings: Publishing, page: Page): Ingress {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: published(page.name, settings, annotations(settings, page)),
    spec: {
      ...(settings.class === null ? {} : { ingressClassName: settings.class }),
      tls: [{ hosts: [page.host], secretName: hostCertificateSecret(settings) }],
      rules: [
        {
          host: page.host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: page.service, port: { number: page.port } } },
              },
            ],
          },
        },
      ],
    },
  }
}

function annotations(settings: Publishing, { grpc, hasLogin }: Page): Record<string, string> {
  const { namespace, authentication: by } = settings
  if (settings.reader === 'traefik') {
    return {
      'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure',
      ...(hasLogin
        ? {}
        : { 'traefik.ingress.kubernetes.io/router.middlewares': `${namespace}-${loginName}@kubernetescrd` }),
    }
  }
  // Of ingress-nginx, which is retired: what clusters that still have it need, and no more.
  const prefix = 'nginx.ingress.kubernetes.io'
  return {
    [`${prefix}/ssl-redirect`]: 'true',
    // By default 60 s, for gRPC too.
    [`${prefix}/proxy-read-timeout`]: String(settings.wait),
    [`${prefix}/proxy-send-timeout`]: String(settings.wait),
    ...(grpc ? { [`${prefix}/backend-protocol`]: settings.encryptedGrpc ? 'GRPCS' : 'GRPC' } : {}),
    ...(hasLogin ? {} : nginxAuthentication(prefix, by)),
  }
}

function nginxAuthentication(prefix: string, by: Publishing['authentication']): Record<string, string> {
  if ('basicAuthSecret' in by) {
    return {
      [`${prefix}/auth-type`]: 'basic',
      [`${prefix}/auth-secret`]: by.basicAuthSecret,
      [`${prefix}/auth-secret-type`]: 'auth-file',
    }
  }
  return 'forwardAuth' in by ? { [`${prefix}/auth-url`]: by.forwardAuth } : {}
}
