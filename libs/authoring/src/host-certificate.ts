import type { Ingress } from '@thanos-fleet/cluster-spec'
import type { Volume, VolumeMount } from '@thanos-fleet/kubernetes'

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
export function hostMount(ingress: Pick<Ingress, 'tls' | 'clientAuthority'> | null): {
  volumes: Volume[]
  mounts: VolumeMount[]
} {
  if (ingress === null || ingress.clientAuthority === null) return { volumes: [], mounts: [] }
  const secrets = [
    { part: 'host' as const, secretName: hostCertificateSecret(ingress), keys: ['tls.crt', 'tls.key'] },
    { part: 'clients' as const, secretName: ingress.clientAuthority.secret, keys: ['ca.crt'] },
  ]
  return {
    volumes: secrets.map(({ part, secretName, keys }) => ({
      name: `tls-${part}`,
      secret: { secretName, items: keys.map((key) => ({ key, path: key })) },
    })),
    mounts: secrets.map(({ part }) => ({ name: `tls-${part}`, mountPath: directories[part], readOnly: true })),
  }
}
