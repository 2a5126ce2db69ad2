import { request } from 'node:https'
import type { Answer } from './program.ts'

/** Who a client is, and whom it trusts; texts in PEM. */
export interface Client {
  ca: string
  cert?: string
  key?: string
}

/**
 * Sends one sample of a series without labels, as Prometheus does, and waits for the answer.
 * Source: https://prometheus.io/docs/specs/prw/remote_write_spec/
 * @throws Error when there is no connection
 */
export function remoteWrite(
  url: string,
  series: string,
  client: Client,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const own = { 'content-encoding': 'snappy', 'content-type': 'application/x-protobuf' }
  const options = { method: 'POST', headers: { ...own, ...headers }, timeout: 20_000, agent: false, ...client }
  const sent = request(url, options, (response) => {
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (part: string) => (text += part))
    response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    response.on('error', reject)
  })
  sent.on('error', reject)
  sent.on('timeout', () => sent.destroy(new Error('no answer')))
  sent.end(uncompressed(writeRequest(series)))
  return promise
}

/** A WriteRequest with one series and one sample of now. */
function writeRequest(series: string): Buffer {
  const label = Buffer.concat([field(1, Buffer.from('__name__')), field(2, Buffer.from(series))])
  const value = Buffer.alloc(9)
  value.writeUInt8((1 << 3) | 1)
  value.writeDoubleLE(7, 1)
  const sample = Buffer.concat([value, Buffer.from([2 << 3]), varint(Date.now())])
  return field(1, Buffer.concat([field(1, label), field(2, sample)]))
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) | 128)
  }
}

/** Snappy's block format with one literal of up to 256 bytes. Source: https://github.com/google/snappy/blob/main/format_description.txt */
function uncompressed(content: Buffer): Buffer {
  return Buffer.concat([varint(content.length), Buffer.from([60 << 2, content.length - 1]), content])
}
