import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { longestQuery } from './query-time.ts'
import type { Volume, VolumeMount } from '@thanos-fleet/kubernetes'

/** Where the certificate for gRPC is mounted, in every container that speaks gRPC. */
const directory = '/etc/tls/grpc'
export const grpcTlsSecret = 'thanos-grpc-tls'

export const grpcTlsFiles = {
  cert: `${directory}/tls.crt`,
  key: `${directory}/tls.key`,
  ca: `${directory}/ca.crt`,
}

/**
 * The name in the certificate. Clients reach pods by address, which no certificate names, so all agree on this one.
 */
export function grpcServerName({ namespace }: Pick<ClusterSpec, 'namespace'>): string {
  return `thanos-grpc.${namespace}.svc`
}

/** Whether servers of gRPC have TLS, and whoever only writes to them with it: not before Query can ask both kinds. */
export function hasGrpcTls({ grpcTls }: ClusterSpec): boolean {
  return grpcTls !== null && grpcTls.step !== 'readers'
}

/** The volume and mount of the certificate; nothing where gRPC is in the clear, unless for Query, which is prepared for it. */
export function grpcTlsMount(
  spec: ClusterSpec,
  needed = hasGrpcTls(spec),
): { volumes: Volume[]; mounts: VolumeMount[] } {
  if (!needed) return { volumes: [], mounts: [] }
  return {
    volumes: [{ name: 'grpc-tls', secret: { secretName: grpcTlsSecret } }],
    mounts: [{ name: 'grpc-tls', mountPath: directory, readOnly: true }],
  }
}

/**
 * The flags of a gRPC server: it ends when the queries under way have ended; with TLS it presents the certificate and asks
 * its clients for one of the same authority.
 */
export function grpcServerFlags(spec: ClusterSpec) {
  const grace = { 'grpc-grace-period': `${longestQuery(spec)}s` } as const
  if (!hasGrpcTls(spec)) return grace
  return {
    ...grace,
    'grpc-server-tls-cert': grpcTlsFiles.cert,
    'grpc-server-tls-key': grpcTlsFiles.key,
    'grpc-server-tls-client-ca': grpcTlsFiles.ca,
  }
}

/** The Certificate, renewed by cert-manager in time; Thanos reads the files again when they change. */
export const grpcCertificate = (spec: ClusterSpec) =>
  spec.grpcTls === null
    ? []
    : [
        {
          apiVersion: 'cert-manager.io/v1',
          kind: 'Certificate',
          metadata: { name: grpcTlsSecret, namespace: spec.namespace },
          spec: {
            secretName: grpcTlsSecret,
            dnsNames: [grpcServerName(spec)],
            usages: ['server auth', 'client auth'],
            privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
            issuerRef: { name: spec.grpcTls.issuer.name, kind: spec.grpcTls.issuer.kind, group: 'cert-manager.io' },
          },
        },
      ]
