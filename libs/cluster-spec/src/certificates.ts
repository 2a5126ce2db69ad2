import type { ClusterSpec, IssuerRef } from './spec.ts'

/** Whether cert-manager makes certificates for the cluster: for gRPC, for its published pages, or to show to other clusters. */
export function hasCertificates(
  spec: Pick<ClusterSpec, 'grpcTls' | 'ingress' | 'identity' | 'query' | 'sendsTo'>,
): boolean {
  const { grpcTls, ingress } = spec
  return (
    grpcTls !== null ||
    (ingress !== null && ingress.tls !== null && 'issuer' in ingress.tls) ||
    clientIssuerOf(spec) !== null
  )
}

/** Who makes the certificate that this cluster shows to others; null: it calls none, or has one already. */
export function clientIssuerOf({
  identity,
  query,
  sendsTo,
}: Pick<ClusterSpec, 'identity' | 'query' | 'sendsTo'>): IssuerRef | null {
  const callsOthers = query.clusters.length > 0 || sendsTo !== null
  if (identity === null || !callsOthers || !('issuer' in identity.client)) return null
  return identity.client.issuer
}
