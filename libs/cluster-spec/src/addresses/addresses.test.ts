import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'
import { holds, locationOf } from './location.ts'

describe('an address', () => {
  it.each([
    ['s3.example.com', 's3.example.com', null, false],
    ['S3.Example.com.:9000', 's3.example.com', 9000, false],
    ['https://user@keystone.example.com:5000/v3', 'keystone.example.com', 5000, false],
    ['https://metrics.example.com:/push', 'metrics.example.com', null, false],
    ['http://[fd00::5]:9093/api', 'fd00::5', 9093, false],
    ['[fd00::5]', 'fd00::5', null, false],
    ['fd00::5', 'fd00::5', null, false],
    ['[FD00:0:0::0:5]:9000', 'fd00::5', 9000, false],
    ['dns+thanos-query.other.svc:10901', 'thanos-query.other.svc', 10901, false],
    ['dnssrv+_grpc._tcp.prometheus-operated.monitoring.svc', 'prometheus-operated.monitoring.svc', null, true],
    ['dnssrvnoa+_client._tcp.memcached.caches.svc:11212', 'memcached.caches.svc', 11212, true],
    ['dnssrv+http://_http._tcp.alertmanager.thanos.svc', 'alertmanager.thanos.svc', null, true],
    ['_http._tcp.alertmanager.thanos.svc', 'alertmanager.thanos.svc', null, true],
  ])('%s is read in its notation', (text, host, port, srv) => {
    expect(addressOf(text)).toEqual({ host, port, srv })
  })
})

describe('the location of a host', () => {
  it.each([
    ['minio.storage.svc', { at: 'service', namespace: 'storage' }],
    ['minio.storage.svc.cluster.local', { at: 'service', namespace: 'storage' }],
    ['minio-0.minio.storage.svc', { at: 'service', namespace: 'storage' }],
    ['minio', { at: 'service', namespace: 'thanos' }],
    ['10.20.0.5', { at: 'address', cidr: '10.20.0.5/32' }],
    ['fd00::5', { at: 'address', cidr: 'fd00::5/128' }],
    ['s3.eu-central-1.amazonaws.com', { at: 'outside' }],
    ['a.b.svc.clusterset.local', { at: 'outside' }],
    ['a.b.svc.example.com', { at: 'outside' }],
    ['svc.example.com', { at: 'outside' }],
    ['minio.storage', { at: 'unknown', namespace: 'storage' }],
    ['localhost', { at: 'pod' }],
    ['127.0.0.1', { at: 'pod' }],
    ['::1', { at: 'pod' }],
  ])('%s follows from its name', (host, location) => {
    expect(locationOf(host, 'thanos')).toEqual(location)
  })
})

describe('an address block', () => {
  it('holds the addresses of its own family that are within it', () => {
    expect(holds('10.20.0.0/16', '10.20.255.1')).toBe(true)
    expect(holds('10.20.0.0/16', '10.21.0.1')).toBe(false)
    expect(holds('fd00::/8', 'fd00::5')).toBe(true)
    expect(holds('0.0.0.0/0', 'fd00::5')).toBe(false)
    expect(holds('::/0', '10.0.0.1')).toBe(false)
    expect(holds('0.0.0.0/0', 'example.com')).toBe(false)
  })
})
