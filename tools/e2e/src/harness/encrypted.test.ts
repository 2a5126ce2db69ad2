import type { V1Container, V1Pod } from '@kubernetes/client-node'
import { expect, it } from 'vitest'
import { grpcServersOf, isEncrypted } from './encrypted.ts'

const pod = (containers: V1Container[], volumes: string[] = []): V1Pod => ({
  metadata: { name: 'a-0', namespace: 'thanos' },
  spec: { containers, volumes: volumes.map((name) => ({ name, secret: { secretName: name } })) },
})
const container = (args: string[], ports: [string, number][]): V1Container => ({
  name: 'a',
  args,
  ports: ports.map(([name, containerPort]) => ({ name, containerPort })),
})
const serves = ['receive', '--grpc-server-tls-cert=/etc/tls/grpc/tls.crt']

it('knows the gRPC port of whatever encrypts it, also beside another container', () => {
  const sidecar = container(serves, [
    ['sidecar-http', 10902],
    ['sidecar-grpc', 10901],
  ])
  expect(grpcServersOf([pod([container([], [['http', 9090]]), sidecar])])).toEqual([
    { namespace: 'thanos', pod: 'a-0', port: 10901 },
  ])
})

it('takes neither servers in the clear nor mere clients', () => {
  const clear = container(['receive', '--grpc-address=0.0.0.0:10901'], [['grpc', 10901]])
  const client = container(['receive', '--remote-write.client-tls-cert=/etc/tls/grpc/tls.crt'], [['grpc', 10901]])
  expect(grpcServersOf([pod([clear]), pod([client])])).toEqual([])
})

it('tells pods with the certificate from those without', () => {
  expect(isEncrypted(pod([], ['data', 'grpc-tls']))).toBe(true)
  expect(isEncrypted(pod([], ['data']))).toBe(false)
  expect(isEncrypted({})).toBe(false)
})
