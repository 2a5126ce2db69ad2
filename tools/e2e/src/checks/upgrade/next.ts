import type { Versions } from '@thanos-fleet/images'

/** versions.json with a channel `next` that takes another version of Thanos before the others do. */
export function withNextThanos(versions: Versions, tag: string): Versions {
  return { ...versions, channels: { ...versions.channels, next: { ...versions.channels['next'], thanos: { tag } } } }
}
