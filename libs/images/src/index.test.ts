import { expect, it } from 'vitest'
import { image, shippedVersions, type Versions, versionOf } from './index.ts'

const versions: Versions = {
  ...shippedVersions,
  channels: { ...shippedVersions.channels, early: { thanos: { tag: 'v9', digest: 'sha256:abc' } } },
}

it('takes what a channel names from it, with the digest, and all else from stable', () => {
  expect(image('thanos', 'early', versions)).toBe(`${shippedVersions.images.thanos}:v9@sha256:abc`)
  expect(versionOf('grafana', 'early', versions)).toEqual(shippedVersions.channels.stable.grafana)
})

it('refuses a channel that nobody stated', () => {
  expect(() => image('thanos', 'early')).toThrow('no channel early in versions.json; there are stable, next')
  expect(() => image('thanos', 'toString', versions)).toThrow('no channel toString')
})
