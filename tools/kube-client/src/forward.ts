import { type KubeConfig, PortForward } from '@kubernetes/client-node'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A pod, and the port at it. */
export interface PodPort {
  namespace: string
  pod: string
  port: number
}

/**
 * A local TCP port whose connections end in a pod of the cluster. They go through the API server and the kubelet into the
 * pod's own network, so it works with every cluster that a kubeconfig reaches, past NetworkPolicies, which rightly do not
 * let the API server in.
 */
export class Forward {
  readonly url: string
  readonly #server: Server
  readonly #refusals: unknown[]

  private constructor(server: Server, refusals: unknown[], port: number) {
    this.#server = server
    this.#refusals = refusals
    this.url = `http://127.0.0.1:${port}`
  }

  /** @param choose picks the pod, anew for each connection */
  static async open(config: KubeConfig, choose: () => Promise<PodPort>): Promise<Forward> {
    const forwarder = new PortForward(config)
    const refusals: unknown[] = []
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy())
      connect(forwarder, socket, choose).catch((error: unknown) => {
        refusals.push(error)
        socket.destroy()
      })
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    server.unref()
    return new Forward(server, refusals, portOf(server.address()))
  }

  /** Why the last connection did not come about: its user only sees that it broke. Undefined if all did. */
  get refusal(): string | undefined {
    return this.#refusals.length === 0 ? undefined : reasonOf(this.#refusals.at(-1))
  }

  /** Takes no further connection. */
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

/** The client of Kubernetes rejects with the event of its web socket. */
function reasonOf(refused: unknown): string {
  return typeof refused === 'object' && refused !== null && 'message' in refused
    ? String(refused.message)
    : String(refused)
}
