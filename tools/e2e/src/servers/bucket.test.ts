import { expect, it } from 'vitest'
import { sign } from './bucket.ts'

it('signs as Signature Version 4 wants it: the same request at the same time has the same signature, another key another', () => {
  const now = new Date('2026-01-02T03:04:05.678Z')
  const one = sign('PUT', 's3:8333', '/thanos', { accessKey: 'a', secretKey: 'b' }, now)
  expect(one).toMatchObject({ 'x-amz-date': '20260102T030405Z' })
  expect(one['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=a\/20260102\/us-east-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
  )
  expect(sign('PUT', 's3:8333', '/thanos', { accessKey: 'a', secretKey: 'c' }, now)['authorization']).not.toBe(
    one['authorization'],
  )
})
