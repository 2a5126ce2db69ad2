import type { Volume, VolumeMount } from '@thanos-fleet/kubernetes'

/** Keys of a Secret as files of their names. */
export interface SecretFiles {
  /** Of the volume. */
  name: string
  secretName: string
  keys: readonly string[]
  directory: string
}

/** The volumes of Secrets, as whole folders: what is renewed reaches the files of a folder, and not a single one. */
export function secretFiles(secrets: readonly SecretFiles[]): { volumes: Volume[]; mounts: VolumeMount[] } {
  return {
    volumes: secrets.map(({ name, secretName, keys }) => ({
      name,
      secret: { secretName, items: keys.map((key) => ({ key, path: key })) },
    })),
    mounts: secrets.map(({ name, directory }) => ({ name, mountPath: directory, readOnly: true })),
  }
}
