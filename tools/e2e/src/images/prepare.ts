import { components } from '@thanos-fleet/catalog'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { image, shippedVersions, versionOf } from '@thanos-fleet/images'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Adapter } from '../adapters/adapter.ts'
import { nextTag } from './next.ts'
import { writeArchive } from './oci.ts'
import { fixtureTag, sources } from './programs.ts'

/** References of the images of the test's own servers. */
export interface ServerImages {
  s3: string
  fixture: string
  traefik: string
  /** null: nothing of the stack scales by itself. */
  metricsServer: string | null
}

/**
 * Makes every image known to the nodes that the objects or the test's servers run, each from its pinned program under the
 * very name of the manifests; and the Thanos of the upgrade under its next tag. Nodes that can pull get only those images
 * that no registry has.
 */
export async function prepareImages(
  adapter: Adapter,
  objects: readonly KubeObject[],
  log: (line: string) => void,
): Promise<ServerImages> {
  const servers: ServerImages = {
    s3: 'docker.io/chrislusf/seaweedfs:4.48',
    fixture: `thanos-fleet.local/e2e-fixture:${fixtureTag()}`,
    traefik: 'docker.io/library/traefik:v3.7.9',
    metricsServer: objects.some(({ kind }) => kind === 'HorizontalPodAutoscaler')
      ? 'registry.k8s.io/metrics-server/metrics-server:v0.9.0'
      : null,
  }
  const thanos = image('thanos', 'stable')
  const next = thanos.replace(/:.*$/, `:${nextTag(versionOf('thanos', 'stable', shippedVersions).tag)}`)
  // No shipped cluster has a memcached; the check of the caches switches it on.
  const caches = components.memcached.images.map((name) => image(name, 'stable'))
  const own = Object.values(servers).filter((reference) => reference !== null)
  const all = [...new Set([...imagesOf(objects), ...own, next, ...caches])]
  const wanted = adapter.pulls ? [servers.fixture, next] : all
  for (const reference of wanted) {
    if (!(await adapter.has(reference))) await load(adapter, reference, log)
  }
  return servers
}

async function load(adapter: Adapter, reference: string, log: (line: string) => void): Promise<void> {
  const source = sources[reference.replace(/[:@].*$/, '')]
  if (source === undefined)
    throw new Error(`nobody knows how to make ${reference}: add its program to tools/e2e/src/images/programs.ts`)
  log(`  image ${reference}`)
  const archive = join(repositoryRoot, '.tools/e2e/images', `${reference.replaceAll(/[/:]/g, '_')}.tar`)
  await writeArchive({ reference, ...(await source(log)) }, archive)
  await adapter.load(archive)
  rmSync(archive)
}

/** The images of all containers of all objects. */
export function imagesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'image' in value && typeof value.image === 'string' && 'name' in value ? [value.image] : []
  return [...own, ...Object.values(value).flatMap(imagesOf)]
}
