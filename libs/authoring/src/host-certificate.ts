import type { Ingress } from '@thanos-fleet/cluster-spec'
import { secretFiles } from './secret-files.ts'

/** The Secret that cert-manager makes for the hosts of a cluster, where `ingress.tls` names an issuer. */
export const hostSecret = 'thanos-ingress-tls'

/** The Secret with the certificate of all hosts. Without `tls`, an existing Gateway has another one. */
export function hostCertificateSecret({ tls }: Pick<Ingress, 'tls'>): string {
  return tls !== null && 'secret' in tls ? tls.secret : hostSecret
}

const directories = { host: '/etc/tls/host', clients: '/etc/tls/clients' }

/** Where a program that ends TLS at a published host itself finds its certificate, and the authority of its clients. */
export const hostFiles = {
  cert: `${directories.host}/tls.crt`,
  key: `${directories.host}/tls.key`,
  clientCa: `${directories.clients}/ca.crt`,
}

/** The volumes of such a program. */
export function hostMount(ingress: Pick<Ingress, 'tls' | 'clientAuthority'> | null): ReturnType<typeof secretFiles> {
  if (ingress === null || ingress.clientAuthority === null) return { volumes: [], mounts: [] }
  return secretFiles([
    {
      name: 'tls-host',
      secretName: hostCertificateSecret(ingress),
      keys: ['tls.crt', 'tls.key'],
      directory: directories.host,
    },
    {
      name: 'tls-clients',
      secretName: ingress.clientAuthority.secret,
      keys: ['ca.crt'],
      directory: directories.clients,
    },
  ])
}
