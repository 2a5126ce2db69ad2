import { loadCluster } from '@thanos-fleet/cluster-spec'
import { imageNames, shippedVersions } from '@thanos-fleet/images'
import { describe, expect, it } from 'vitest'
import { clusters, objectsOf, podsOf } from './testing.ts'

const registries = [...new Set(imageNames.map((name) => shippedVersions.images[name].split('/')[0] ?? ''))]

/** What one cluster says in its own file, the lines that a registry mirror and a pull secret take. */
const { images } = specOf(
  [
    'images:',
    `  mirrors: { ${registries.map((registry) => `${registry}: mirror.example.com/${registry}`).join(', ')} }`,
    '  pullSecrets: [mirror]',
  ].join('\n'),
)

describe.each(clusters)('a registry mirror and pull secrets of one cluster: %s', (_, spec) => {
  const objects = objectsOf({ ...spec, images })

  it('reach every image at any depth of any object', () => {
    const pulled = objects.flatMap((object) => imagesIn(object))
    expect(pulled.length).toBeGreaterThanOrEqual(podsOf(objects).length)
    expect(pulled.filter((image) => !image.startsWith('mirror.example.com/'))).toEqual([])
  })

  it('reach every pod', () => {
    const secrets = podsOf(objects).map(({ name, pods }) => [name, pods.spec?.imagePullSecrets])
    expect(secrets.filter(([, names]) => JSON.stringify(names) !== '[{"name":"mirror"}]')).toEqual([])
  })
})

function imagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  )
}

function specOf(lines: string) {
  const text = `name: x\nmode: sidecar-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\n${lines}\n`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.spec
}
