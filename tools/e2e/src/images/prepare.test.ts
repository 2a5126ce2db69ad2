import { type ClusterSpec, loadCluster, modes } from '@thanos-fleet/cluster-spec'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { desired } from '@thanos-fleet/stack'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { imagesOf } from './prepare.ts'
import { sources } from './programs.ts'

it.each(modes)('every image of %s is made from a known program', mode => {
  const images = imagesOf(desired(shipped(mode)).objects)
  expect(images.length).toBeGreaterThan(5)
  expect(images.filter(reference => sources[reference.replace(/[:@].*$/, '')] === undefined)).toEqual([])
})

function shipped(mode: string): ClusterSpec {
  const path = `clusters/${mode}/cluster.yaml`
  const loaded = loadCluster({ path, text: readFileSync(join(repositoryRoot, path)) })
  if (!loaded.ok) throw new Error(`${path} is refused`)
  return loaded.spec
}
