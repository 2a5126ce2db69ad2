import { type ImageName, imageNames } from '@thanos-fleet/images'
import { z } from 'zod'
import { field, objectName, port, textOf } from './primitives.ts'

/** Host and path of images, as in `registry.example.com:5000/mirror/quay`: https://github.com/distribution/reference */
const prefixPattern = new RegExp(`^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:${port})?(/[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*)*$`)

export const registryPrefix = textOf(prefixPattern, 255, {
  code: 'bad-registry',
  expected: 'a registry, with or without a path',
  remedy: 'write host[:port][/path] in lower case, without https://, a tag or a slash at the end',
})

/** `latest` is whatever was pushed last: each node would run another version, and nothing could be rolled back. */
const tag = textOf(/^(?!latest$)[A-Za-z0-9_][-A-Za-z0-9_.]{0,127}$/, 128, {
  code: 'bad-tag',
  expected: 'the tag of one version of an image',
  remedy:
    'write the tag alone, in quotes if it looks like a number: v0.42.4, not latest; a digest has a key of its own',
})

const digest = textOf(/^sha256:[0-9a-f]{64}$/, 71, {
  code: 'bad-digest',
  expected: 'the digest of an image',
  remedy: 'write sha256: and 64 digits of 0-9 and a-f, as `docker buildx imagetools inspect` shows it',
})

const version = z.strictObject({
  tag: tag.describe('The version, as the registry has it.'),
  digest: field(digest, 'The digest of that tag: what nodes pull, whatever becomes of the tag.'),
})

const imageName = z.custom<ImageName>((value) => imageNames.some((name) => name === value), {
  params: {
    code: 'unknown-image',
    expected: `one of ${imageNames.join(', ')}`,
    remedy: `use one of ${imageNames.join(', ')}`,
  },
})

/** Versions by image, with the JSON Schema that editors complete from. */
export const imageVersions = z
  .partialRecord(imageName.meta({ enum: [...imageNames] }), version)
  .describe('Versions by image; others are those of the channel.')

export const mirrors = z
  .record(registryPrefix, registryPrefix)
  .describe('What stands in place of a registry or a prefix: {quay.io: registry.example.com/quay}.')

export const pullSecrets = z
  .array(objectName)
  .describe('Existing Secrets of the namespaces, by which nodes pull images.')

/** Where a cluster has its images from. */
export const images = z.strictObject({
  mirrors: mirrors.exactOptional(),
  pullSecrets: pullSecrets.exactOptional(),
  versions: imageVersions.exactOptional(),
})
