import type { ImageName, ImageVersion } from '@thanos-fleet/images'

export interface ImageSettings {
  /** What stands in place of a registry, or of a prefix of registry and path, that libs/images/versions.json has. */
  mirrors: Record<string, string>
  /** Existing Secrets of the namespaces, by which nodes pull images. */
  pullSecrets: string[]
  /** Instead of the channel's. */
  versions: ImageVersions
}

/** Versions of some images, by the names of libs/images/versions.json. */
export type ImageVersions = Partial<Record<ImageName, ImageVersion>>

/** The cluster as Argo CD has it registered. */
export type Destination = { name: string } | { server: string }
