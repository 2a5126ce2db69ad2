import versions from '../versions.json' with { type: 'json' }

export type ImageName = keyof typeof versions.images
export type Channel = keyof typeof versions.channels

/** A version of an image: the tag, and the digest where one is pinned. */
export interface ImageVersion {
  tag: string
  digest?: string
}

/** The channels of versions.json. A channel other than `stable` names only what it takes before the others do. */
export const channels = Object.keys(versions.channels) as Channel[]

/**
 * The reference of an image in a channel, `host/path:tag[@sha256:…]`; what the channel does not name it has from `stable`.
 * @throws RangeError for a channel that versions.json does not have.
 */
export function image(name: ImageName, channel: string): string {
  const { tag, digest } = versionOf(name, channel)
  return `${versions.images[name]}:${tag}${digest === undefined ? '' : `@${digest}`}`
}

/** The version of an image in a channel. @throws RangeError for an unknown channel. */
export function versionOf(name: ImageName, channel: string): ImageVersion {
  const all: Record<string, Partial<Record<ImageName, ImageVersion>>> = versions.channels
  const chosen = all[channel]
  if (chosen === undefined) throw new RangeError(`no channel ${channel} in versions.json; there are ${channels.join(', ')}`)
  return chosen[name] ?? versions.channels.stable[name]
}
