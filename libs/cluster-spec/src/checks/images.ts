import { didYouMean } from '@thanos-fleet/diagnostics'
import { imageNames, mirrored, shippedVersions } from '@thanos-fleet/images'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

const repositories = imageNames.map((name) => ({ name, repository: shippedVersions.images[name] }))

/** Every prefix of our images that a mirror can stand in place of: a registry, a folder of it, an image. */
const prefixes = [
  ...new Set(
    repositories.flatMap(({ repository }) => {
      const parts = repository.split('/')
      return parts.map((_part, index) => parts.slice(0, index + 1).join('/'))
    }),
  ),
]

/** Mirrors that stand in place of nothing, and mirrors that make one of two images. */
export function mirrorFindings(mirrors: Readonly<Record<string, string>>, path: Path): Finding[] {
  return [...unknownPrefixes(mirrors, path), ...metImages(mirrors, path)]
}

function unknownPrefixes(mirrors: Readonly<Record<string, string>>, path: Path): Finding[] {
  return Object.keys(mirrors)
    .filter((prefix) => !prefixes.includes(prefix))
    .map((prefix) => {
      return {
        code: 'mirror-without-image',
        path: [...path, prefix],
        at: 'key',
        message: `${path.join('.')}: no image is pulled from ${prefix}`,
        remedy: didYouMean(
          prefix,
          prefixes,
          `write a registry of our images (${prefixes.filter((one) => !one.includes('/')).join(', ')}), a folder of it or an image`,
        ),
      }
    })
}

function metImages(mirrors: Readonly<Record<string, string>>, path: Path): Finding[] {
  const pulled = repositories.map(({ name, repository }) => ({
    name,
    from: mirrored(repository, mirrors),
    prefix: Object.keys(mirrors)
      .filter((prefix) => repository === prefix || repository.startsWith(`${prefix}/`))
      .toSorted((one, other) => other.length - one.length)[0],
  }))
  return pulled.flatMap(({ name, from, prefix }, index): Finding[] => {
    const first = pulled.slice(0, index).find((other) => other.from === from)
    const blamed = prefix ?? first?.prefix
    if (first === undefined || blamed === undefined) return []
    const other = [...path, first.prefix ?? blamed]
    return [
      {
        code: 'mirror-of-two-images',
        path: [...path, blamed],
        also: [other],
        message: `${path.join('.')}: ${first.name} and ${name} would both be pulled from ${from}`,
        remedy: 'use a separate repository for each image',
      },
    ]
  })
}

export const imageMirrors: Check = ({ images }) => mirrorFindings(images.mirrors, ['images', 'mirrors'])

export const pullSecretsOnce: Check = ({ images }) =>
  duplicates(images.pullSecrets, ['images', 'pullSecrets'], '', 'pull secret')
