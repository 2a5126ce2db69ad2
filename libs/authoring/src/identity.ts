import { type ClusterSpec, clientIssuerOf } from '@thanos-fleet/cluster-spec'
import type { Certificate, Volume, VolumeMount } from '@thanos-fleet/kubernetes'

/** Where a client finds the certificate that it shows to other clusters, and who signs theirs. */
const directories = { client: '/etc/tls/fleet-client', authority: '/etc/tls/fleet-authority' }

export const identityFiles = {
  cert: `${directories.client}/tls.crt`,
  key: `${directories.client}/tls.key`,
  ca: `${directories.authority}/ca.crt`,
}

/** A Secret, and what of it a client reads. */
interface Mounted {
  part: keyof typeof directories
  secretName: string
  keys: string[]
}

const generatedSecret = 'thanos-fleet-client'

/**
 * The volumes of what a cluster shows to other clusters. The authority is a Secret of its own: the one that cert-manager
 * puts beside a certificate changes with its renewal, and while authorities change clients must know both.
 */
export function identityMount({ identity }: Pick<ClusterSpec, 'identity'>): {
  volumes: Volume[]
  mounts: VolumeMount[]
} {
  if (identity === null) return { volumes: [], mounts: [] }
  const { client, authority, publicHosts } = identity
  const shown: Mounted = {
    part: 'client',
    secretName: 'secret' in client ? client.secret : generatedSecret,
    keys: ['tls.crt', 'tls.key'],
  }
  const secrets = publicHosts
    ? [shown]
    : [shown, { part: 'authority', secretName: authority.secret, keys: ['ca.crt'] } satisfies Mounted]
  return {
    volumes: secrets.map(({ part, secretName, keys }) => ({
      name: `fleet-${part}`,
      secret: { secretName, items: keys.map((key) => ({ key, path: key })) },
    })),
    mounts: secrets.map(({ part }) => ({ name: `fleet-${part}`, mountPath: directories[part], readOnly: true })),
  }
}

/** The Certificate that a cluster shows to those that it reads, where an issuer makes it. */
export function identityCertificate(spec: ClusterSpec): Certificate[] {
  const issuer = clientIssuerOf(spec)
  if (issuer === null) return []
  return [
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: generatedSecret, namespace: spec.namespace },
      spec: {
        secretName: generatedSecret,
        commonName: spec.name,
        // Without it, cert-manager makes a certificate that servers refuse: https://cert-manager.io/docs/usage/certificate/
        usages: ['client auth'],
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        issuerRef: { name: issuer.name, kind: issuer.kind, group: 'cert-manager.io' },
      },
    },
  ]
}
