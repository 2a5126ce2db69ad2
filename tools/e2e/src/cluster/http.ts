import { setTimeout as pause } from 'node:timers/promises'

export interface RequestSettings {
  method?: 'GET' | 'POST' | 'DELETE' | 'PUT'
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  /** Query parameters; a list repeats its name. */
  params?: Readonly<Record<string, string | number | readonly string[]>>
  /** Seconds; default 15. */
  timeout?: number
  /** Whether a connection that broke before an answer is tried once more, as a load balancer would; default true. */
  retry?: boolean
}

export interface Answer {
  status: number
  text: string
  headers: Headers
}

/** One request, on a connection of its own, so that each one may meet another pod. @throws Error when nothing answers */
export async function request(base: string, path: string, settings: RequestSettings = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, params = {}, timeout = 15, retry = true } = settings
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(params)) {
    for (const one of typeof value === 'object' ? value : [String(value)]) url.searchParams.append(name, one)
  }
  const send = async (): Promise<Answer> => {
    const response = await fetch(url, {
      method,
      headers: { connection: 'close', ...headers },
      signal: AbortSignal.timeout(timeout * 1000),
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  if (!retry) return send()
  return send().catch(async (error: unknown) => {
    if (error instanceof DOMException) throw error
    await pause(50)
    return send()
  })
}

/** The body of a successful answer as JSON. @throws Error with the answer's text otherwise */
export async function json(base: string, path: string, settings: RequestSettings = {}): Promise<unknown> {
  const { status, text } = await request(base, path, settings)
  if (status < 200 || status > 299) throw new Error(`${path}: HTTP ${status}: ${text.slice(0, 500)}`)
  return text === '' ? null : JSON.parse(text)
}
