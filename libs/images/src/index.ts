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
  channels: { readonly stable: Readonly<Record<ImageName, ImageVersion>> } & Readonly<
    Record<string, Readonly<Partial<Record<ImageName, ImageVersion>>>>
  >
}

/** Where a cluster has its images from, where that is not versions.json. */
export interface ImageSource {
  /** What stands in place of a registry or of a prefix; of several that match, the longest. */
  mirrors: Readonly<Record<string, string>>
  versions: Readonly<Partial<Record<ImageName, ImageVersion>>>
}

/** The file of the repository. */
export const shippedVersions: Versions = versions

/** The names by which images are known here. */
export const imageNames = Object.keys(versions.images) as ImageName[]

/** The channels of versions.json. A channel other than `stable` names only what it takes before the others do. */
export const channels = Object.keys(versions.channels) as Channel[]

const ours: ImageSource = { mirrors: {}, versions: {} }

/**
 * The reference of an image in a channel, `host/path:tag[@sha256:…]`; what the channel does not name it has from `stable`.
 * A channel that versions.json does not have is one of the fleet's own, whose versions are in `source`.
 * @param from what is asked instead of versions.json, as in a test of an upgrade
 * @param source the registries and versions of a cluster
 */
export function image(name: ImageName, channel: string, from: Versions = shippedVersions, source = ours): string {
  const { tag, digest } = source.versions[name] ?? versionOf(name, channel, from)
  return `${mirrored(from.images[name], source.mirrors)}:${tag}${digest === undefined ? '' : `@${digest}`}`
}

/** The version of an image in a channel of versions.json. */
export function versionOf(name: ImageName, channel: string, from: Versions = shippedVersions): ImageVersion {
  const chosen = Object.hasOwn(from.channels, channel) ? from.channels[channel] : undefined
  return chosen?.[name] ?? from.channels.stable[name]
}

/** Where an image is pulled from: the longest prefix of whole parts that has a mirror gives way to it. */
export function mirrored(repository: string, mirrors: ImageSource['mirrors']): string {
  const parts = repository.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join('/')
    const mirror = Object.hasOwn(mirrors, prefix) ? mirrors[prefix] : undefined
    if (mirror !== undefined) return [mirror, ...parts.slice(length)].join('/')
  }
  return repository
}
