import { type KubeConfig, PortForward } from '@kubernetes/client-node'
import { createServer, type Socket } from 'node:net'

/**
 * Calls a function with the address of a local port whose connections end in a pod. They go through the API server and the
 * kubelet into the pod's own network, past NetworkPolicies, which rightly do not let the API server in.
 */
export async function forwarded<Result>(
  config: KubeConfig,
  { namespace, pod, port }: { namespace: string; pod: string; port: number },
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const forwarder = new PortForward(config)
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    connect(forwarder, socket, namespace, pod, port).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new TypeError('the server listens on no TCP port')
    return await use(`http://127.0.0.1:${address.port}`)
  } finally {
    server.close()
  }
}

async function connect(forwarder: PortForward, socket: Socket, namespace: string, pod: string, port: number) {
  const found = await forwarder.portForward(namespace, pod, [port], socket, null, socket)
  const webSocket = typeof found === 'function' ? found() : found
  socket.on('close', () => webSocket?.close())
  webSocket?.on('close', () => socket.destroy())
}
