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
  let refused: unknown
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    connect(forwarder, socket, namespace, pod, port).catch((error: unknown) => {
      refused = error
      socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new TypeError('the server listens on no TCP port')
    return await use(`http://127.0.0.1:${address.port}`)
  } catch (error) {
    // That the connection broke is all that its user sees; why it did is what helps.
    throw refused === undefined ? error : new Error(`the way to ${pod}:${port} is refused: ${reasonOf(refused)}`)
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

/** The client of Kubernetes rejects with the event of its web socket. */
function reasonOf(refused: unknown): string {
  return typeof refused === 'object' && refused !== null && 'message' in refused
    ? String(refused.message)
    : String(refused)
}
