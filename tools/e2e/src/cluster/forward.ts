import { type KubeConfig, PortForward } from '@kubernetes/client-node'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A pod, and the port at it. */
export interface PodPort {
  namespace: string
  pod: string
  port: number
}

/**
 * A local TCP port whose connections end in a pod of the cluster. It goes through the API server and the kubelet into
 * the pod's own network, so it works with every cluster that a kubeconfig reaches and needs no NetworkPolicy.
 */
export class Forward {
  readonly url: string
  readonly #server: Server

  private constructor(server: Server, port: number) {
    this.#server = server
    this.url = `http://127.0.0.1:${port}`
  }

  /** @param choose picks the pod, anew for each connection */
  static async open(config: KubeConfig, choose: () => Promise<PodPort>): Promise<Forward> {
    const forwarder = new PortForward(config)
    const server = createServer(socket => {
      socket.on('error', () => socket.destroy())
      connect(forwarder, socket, choose).catch(() => socket.destroy())
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    server.unref()
    return new Forward(server, portOf(server.address()))
  }

  close(): void {
    this.#server.close()
  }
}

async function connect(forwarder: PortForward, socket: Socket, choose: () => Promise<PodPort>): Promise<void> {
  const { namespace, pod, port } = await choose()
  const found = await forwarder.portForward(namespace, pod, [port], socket, null, socket)
  const webSocket = typeof found === 'function' ? found() : found
  socket.on('close', () => webSocket?.close())
  webSocket?.on('close', () => socket.destroy())
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('the server listens on no TCP port')
  return address.port
}
