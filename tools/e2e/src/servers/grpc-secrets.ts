import { grpcServerName } from '@thanos-fleet/authoring'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { type Authority, issue, newAuthority } from './grpc-certificate.ts'
import { secretObject, testNamespace } from './objects.ts'

/** The Secret of the stack's Certificate, which cert-manager would make. */
export const grpcSecret = 'thanos-grpc-tls'
/** The Secret of the test's namespace with the private authority: what the issuer of cert-manager has. */
export const authoritySecret = 'grpc-authority'

const day = 86_400_000

/**
 * What an issuer of cert-manager would have made of the stack's Certificate. The test stands for it, so that certificates can
 * end within minutes: those of cert-manager last for an hour at least.
 */
export async function grpcSecrets(spec: ClusterSpec): Promise<KubeObject[]> {
  if (spec.grpcTls === null) return []
  const authority = await newAuthority()
  return [
    secretObject(testNamespace, authoritySecret, { 'ca.crt': authority.certificate, 'ca.key': authority.key }),
    await grpcSecretOf(spec, authority, Date.now() + day),
  ]
}

/** The Secret with a new certificate. @param until when it ends, in Unix milliseconds */
export async function grpcSecretOf(spec: ClusterSpec, authority: Authority, until: number): Promise<KubeObject> {
  const data = await issue(authority, grpcServerName(spec), until)
  return secretObject(spec.namespace, grpcSecret, data, 'kubernetes.io/tls')
}
