import { type ClusterSpec, clientIssuerOf } from '@thanos-fleet/cluster-spec'
import type { Certificate } from '@thanos-fleet/kubernetes'
import { type SecretFiles, secretFiles } from './secret-files.ts'

/** Where a client finds the certificate that it shows to other clusters, and who signs theirs. */
const directories = { client: '/etc/tls/fleet-client', authority: '/etc/tls/fleet-authority' }

export const identityFiles = {
  cert: `${directories.client}/tls.crt`,
  key: `${directories.client}/tls.key`,
  ca: `${directories.authority}/ca.crt`,
}

const generatedSecret = 'thanos-fleet-client'

/**
 * The volumes of what a cluster shows to other clusters. The authority is a Secret of its own: the one that cert-manager
 * puts beside a certificate changes with its renewal, and while authorities change clients must know both.
 */
export function identityMount({ identity }: Pick<ClusterSpec, 'identity'>): ReturnType<typeof secretFiles> {
  if (identity === null) return { volumes: [], mounts: [] }
  const { client, authority, publicHosts } = identity
  const shown: SecretFiles = {
    name: 'fleet-client',
    secretName: 'secret' in client ? client.secret : generatedSecret,
    keys: ['tls.crt', 'tls.key'],
    directory: directories.client,
  }
  const trusted: SecretFiles = {
    name: 'fleet-authority',
    secretName: authority.secret,
    keys: ['ca.crt'],
    directory: directories.authority,
  }
  return secretFiles(publicHosts ? [shown] : [shown, trusted])
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
