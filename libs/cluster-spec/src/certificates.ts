import type { ClusterSpec } from './spec.ts'

/** Whether cert-manager makes certificates for the cluster: for gRPC, or for its published pages. */
export function hasCertificates({ grpcTls, ingress }: Pick<ClusterSpec, 'grpcTls' | 'ingress'>): boolean {
  return grpcTls !== null || (ingress !== null && ingress.tls !== null && 'issuer' in ingress.tls)
}
