import { createHash, createHmac } from 'node:crypto'
import { request } from '../cluster/http.ts'
import type { S3Credentials } from './s3.ts'

const region = 'us-east-1'
const emptyHash = sha256('')

/**
 * Creates a bucket through S3's own API; one that exists already is left as it is.
 * @param base the server's address
 * @throws Error with the server's answer when it refuses
 */
export async function createBucket(base: string, bucket: string, credentials: S3Credentials): Promise<void> {
  const path = `/${bucket}`
  const { status, text } = await request(base, path, {
    method: 'PUT',
    headers: sign('PUT', new URL(base).host, path, credentials, new Date()),
  })
  if (status !== 200 && status !== 409) throw new Error(`the bucket was not made: HTTP ${status}: ${text}`)
}

/**
 * Headers of a request without a body, signed by AWS Signature Version 4.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function sign(
  method: string,
  host: string,
  path: string,
  { accessKey, secretKey }: S3Credentials,
  now: Date,
): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const headers: Record<string, string> = { host, 'x-amz-content-sha256': emptyHash, 'x-amz-date': time }
  const names = Object.keys(headers).toSorted().join(';')
  const canonical = [
    method,
    path,
    '',
    ...Object.keys(headers)
      .toSorted()
      .map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names,
    emptyHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const key = [region, 's3', 'aws4_request'].reduce(
    (signing, part) => hmac(signing, part),
    hmac(`AWS4${secretKey}`, day),
  )
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex')
  const { host: _sentByTheClient, ...sent } = headers
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
