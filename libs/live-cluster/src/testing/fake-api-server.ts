import { createServer, type Server } from 'node:http'

/** An API server that lists what it is given, by the path of the list, and nothing else. */
export class FakeApiServer {
  readonly #server: Server
  readonly paths: string[] = []

  private constructor(lists: Readonly<Record<string, readonly object[]>> | null) {
    this.#server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
      this.paths.push(`${request.method} ${pathname}`)
      const labels = searchParams.get('labelSelector') ?? ''
      response.setHeader('content-type', 'application/json')
      if (lists === null) {
        response.statusCode = 403
        response.end(JSON.stringify({ kind: 'Status', code: 403, message: 'nobody may not list pods' }))
        return
      }
      response.end(JSON.stringify({ items: lists[`${pathname} ${labels}`] ?? [] }))
    })
  }

  /** @param lists null: everything is forbidden */
  static async start(lists: Readonly<Record<string, readonly object[]>> | null): Promise<FakeApiServer> {
    const fake = new FakeApiServer(lists)
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve))
    return fake
  }

  get url(): string {
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  }

  /** The text of a kubeconfig that leads here. */
  get kubeconfig(): string {
    return `apiVersion: v1
kind: Config
clusters: [{ name: fake, cluster: { server: "${this.url}", insecure-skip-tls-verify: true } }]
users: [{ name: nobody, user: {} }]
contexts: [{ name: fake, context: { cluster: fake, user: nobody } }]
current-context: fake
`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
