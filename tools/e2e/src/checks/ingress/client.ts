import { request } from 'node:https'
import { TLSSocket } from 'node:tls'
import { CheckFailure } from '../../failure.ts'
import { person } from '../../servers/secrets.ts'
import { testNamespace } from '../../servers/objects.ts'
import { traefikLabels, traefikNamespace, traefikPorts } from '../../servers/traefik.ts'
import type { World } from '../../world.ts'

export interface PageAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  text: string
  /** The server's certificate, as it was sent. */
  certificate: Buffer
}

export interface PageRequest {
  /** The name of the Host header; default: the one that the connection is made to. */
  host?: string
  /** `user:password`; null: without. Default: the person who is let in. */
  credentials?: string | null
  method?: 'GET' | 'POST'
  body?: string
  headers?: Readonly<Record<string, string>>
  /** Query parameters. */
  params?: Readonly<Record<string, string>>
}

/** What a browser would do: HTTPS to the ingress controller, by a host's name, trusting the cluster's certificate. */
export class Browser {
  readonly #base: URL
  readonly #authority: string
  readonly #credentials: string

  private constructor(base: URL, authority: string, credentials: string) {
    this.#base = base
    this.#authority = authority
    this.#credentials = credentials
  }

  /** @throws CheckFailure when the Secret of the certificate has none */
  static async open(world: World): Promise<Browser> {
    const base = await world.kube.url(traefikNamespace, traefikLabels, traefikPorts.websecure)
    const password = await secretValue(world, testNamespace, person.secret, 'password')
    return new Browser(new URL(base), await certificateOf(world), `${person.name}:${password}`)
  }

  /** One request on a connection of its own; redirects are not followed. @throws Error when nothing answers, or with another certificate */
  ask(
    name: string,
    path: string,
    { host = name, credentials = this.#credentials, method = 'GET', body, headers = {}, params = {} }: PageRequest = {},
  ): Promise<PageAnswer> {
    const search = new URLSearchParams(params).toString()
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.#base.hostname,
          port: this.#base.port,
          servername: name,
          ca: this.#authority,
          agent: false,
          method,
          timeout: 15_000,
          path: search === '' ? path : `${path}?${search}`,
          headers: {
            host,
            ...(credentials === null ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          const certificate =
            answer.socket instanceof TLSSocket ? answer.socket.getPeerCertificate().raw : Buffer.alloc(0)
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            resolve({
              status: answer.statusCode ?? 0,
              headers: textsOf(answer.headers),
              text: Buffer.concat(chunks).toString(),
              certificate,
            })
          })
        },
      )
      sent.on('timeout', () => sent.destroy(new Error(`${name}${path}: no answer within 15 s`)))
      sent.on('error', reject)
      sent.end(body)
    })
  }
}

/** The certificate of the ingress, as the Secret of `cluster.yaml` has it. */
export function certificateOf(world: World): Promise<string> {
  const tls = world.spec.ingress?.tls
  if (tls === undefined || tls === null || !('secret' in tls))
    throw new Error('the ingress of this cluster takes its certificate from an issuer')
  return secretValue(world, world.namespace, tls.secret, 'tls.crt')
}

/** @throws CheckFailure when the Secret does not have the key */
export async function secretValue({ kube }: World, namespace: string, name: string, key: string): Promise<string> {
  const { data = {} } = await kube.core.readNamespacedSecret({ name, namespace })
  const value = data[key]
  if (value === undefined) throw new CheckFailure(`Secret ${namespace}/${name} has no ${key}`)
  return Buffer.from(value, 'base64').toString()
}

function textsOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

/** Grafana's administrator, `user:password`, from the Secret that cluster.yaml names. */
export async function administrator(world: World): Promise<string> {
  const name = world.spec.grafana?.adminSecret ?? ''
  const value = (key: string) => secretValue(world, world.namespace, name, key)
  return `${await value('admin-user')}:${await value('admin-password')}`
}
