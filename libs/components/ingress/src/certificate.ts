import { hostSecret } from '@thanos-fleet/authoring'
import type { Certificate } from '@thanos-fleet/kubernetes'
import type { Page } from './pages.ts'
import { metadata, type Publishing } from './publishing.ts'

/** The Certificate by which cert-manager makes that Secret, where an issuer is given. */
export function certificate({ tls, namespace }: Publishing, pages: Page[]): Certificate[] {
  if (tls === null || 'secret' in tls || pages.length === 0) return []
  return [
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: metadata(hostSecret, namespace),
      spec: {
        secretName: hostSecret,
        dnsNames: pages.map((page) => page.host),
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        issuerRef: { name: tls.issuer.name, kind: tls.issuer.kind, group: 'cert-manager.io' },
      },
    },
  ]
}
