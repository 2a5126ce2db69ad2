import { expect, it } from 'vitest'
import { image, mirrored, shippedVersions, type Versions, versionOf } from './index.ts'

const versions: Versions = {
  ...shippedVersions,
  channels: { ...shippedVersions.channels, early: { thanos: { tag: 'v9', digest: 'sha256:abc' } } },
}

it('takes what a channel names from it, with the digest, and all else from stable', () => {
  expect(image('thanos', 'early', versions)).toBe(`${shippedVersions.images.thanos}:v9@sha256:abc`)
  expect(versionOf('grafana', 'early', versions)).toEqual(shippedVersions.channels.stable.grafana)
})

it("takes all of a channel that is the fleet's own from stable, but for what the cluster says", () => {
  expect(versionOf('thanos', 'early')).toEqual(shippedVersions.channels.stable.thanos)
  expect(versionOf('thanos', 'toString', versions)).toEqual(shippedVersions.channels.stable.thanos)
  const source = { mirrors: {}, versions: { thanos: { tag: 'v10' } } }
  expect(image('thanos', 'early', versions, source)).toBe(`${shippedVersions.images.thanos}:v10`)
})

it('pulls from the mirror of the longest prefix of whole parts', () => {
  const mirrors = { 'quay.io': 'a.example/quay', 'quay.io/thanos': 'b.example', 'quay.io/prom': 'c.example' }
  expect(mirrored('quay.io/thanos/thanos', mirrors)).toBe('b.example/thanos')
  expect(mirrored('quay.io/prometheus/prometheus', mirrors)).toBe('a.example/quay/prometheus/prometheus')
  expect(mirrored('docker.io/grafana/grafana', mirrors)).toBe('docker.io/grafana/grafana')
})
