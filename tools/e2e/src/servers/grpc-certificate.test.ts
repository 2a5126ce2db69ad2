import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { issue, newAuthority, openSslTime } from './grpc-certificate.ts'

it('issues certificates of one authority, for servers and clients, which end at the second that is asked for', async () => {
  const authority = await newAuthority()
  const until = Math.floor(Date.now() / 1000) * 1000 + 90_000
  const data = await issue(authority, 'thanos-grpc.thanos.svc', until)
  const certificate = new X509Certificate(data['tls.crt'])
  expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true)
  expect(certificate.checkHost('thanos-grpc.thanos.svc')).toBe('thanos-grpc.thanos.svc')
  expect(certificate.validToDate.getTime()).toBe(until)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'])
  expect(data['ca.crt']).toBe(authority.certificate)
})

it('writes times as openssl reads them', () => {
  expect(openSslTime(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('20260102030405Z')
})
