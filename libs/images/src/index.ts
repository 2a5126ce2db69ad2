import versions from '../versions.json' with { type: 'json' }

export type ImageName = keyof typeof versions.images
export type Channel = keyof typeof versions.channels

/** A version of an image: the tag, and the digest where one is pinned. */
export interface ImageVersion {
  tag: string
  digest?: string
}

/** What versions.json says: where images are, and which version each channel takes. */
export interface Versions {
  images: Readonly<Record<ImageName, string>>
  channels: { readonly stable: Readonly<Record<ImageName, ImageVersion>> } & Readonly<Record<string, Readonly<Partial<Record<ImageName, ImageVersion>>>>>
}

/** The file of the repository. */
export const shippedVersions: Versions = versions

/** The channels of versions.json. A channel other than `stable` names only what it takes before the others do. */
export const channels = Object.keys(versions.channels) as Channel[]

/**
 * The reference of an image in a channel, `host/path:tag[@sha256:…]`; what the channel does not name it has from `stable`.
 * @param from what is asked instead of versions.json, as in a test of an upgrade
 * @throws RangeError for a channel that versions.json does not have.
 */
export function image(name: ImageName, channel: string, from: Versions = shippedVersions): string {
  const { tag, digest } = versionOf(name, channel, from)
  return `${from.images[name]}:${tag}${digest === undefined ? '' : `@${digest}`}`
}

/** The version of an image in a channel. @throws RangeError for an unknown channel. */
export function versionOf(name: ImageName, channel: string, from: Versions = shippedVersions): ImageVersion {
  const chosen = Object.hasOwn(from.channels, channel) ? from.channels[channel] : undefined
  if (chosen === undefined) throw new RangeError(`no channel ${channel} in versions.json; there are ${Object.keys(from.channels).join(', ')}`)
  return chosen[name] ?? from.channels.stable[name]
}
