import type { V1Pod } from '@kubernetes/client-node'
import { connect } from 'node:tls'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'

/** A port where gRPC is encrypted. */
export interface GrpcServer {
  namespace: string
  pod: string
  port: number
}

/** Whether a pod has the certificate of gRPC, to serve or to call with. */
export function isEncrypted({ spec }: V1Pod): boolean {
  return (spec?.volumes ?? []).some(({ name }) => name === 'grpc-tls')
}

/** The gRPC servers of pods that encrypt. */
export function grpcServersOf(pods: readonly V1Pod[]): GrpcServer[] {
  return pods.flatMap((pod) =>
    (pod.spec?.containers ?? [])
      .filter(({ args = [] }) => args.some((arg) => arg.startsWith('--grpc-server-tls-cert=')))
      .flatMap(({ ports = [] }) => ports.filter(({ name = '' }) => /(^|-)grpc$/.test(name)))
      .map(({ containerPort }) => ({
        namespace: pod.metadata?.namespace ?? '',
        pod: nameOf(pod),
        port: containerPort,
      })),
  )
}

/** The serial number of the certificate that a server presents to a new connection. @throws Error when it presents none */
export async function presentedBy({ kube }: World, { namespace, pod, port }: GrpcServer): Promise<string> {
  const local = Number(new URL(await kube.podUrl(namespace, pod, port)).port)
  return new Promise((resolve, reject) => {
    // Whether it is valid is what clients of the stack find out; this one only looks.
    const socket = connect({ host: '127.0.0.1', port: local, ALPNProtocols: ['h2'], rejectUnauthorized: false }, () => {
      const serial = socket.getPeerX509Certificate()?.serialNumber
      socket.destroy()
      if (serial === undefined) reject(new Error(`${pod} presents no certificate`))
      else resolve(serial)
    })
    socket.setTimeout(10_000, () => socket.destroy(new Error(`${pod} does not answer`)))
    socket.once('error', reject)
  })
}
