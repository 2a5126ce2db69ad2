import { modes } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { desired } from '@thanos-fleet/stack'
import { expect, it } from 'vitest'
import { imagesOf } from './prepare.ts'
import { sources } from './programs.ts'

it.each(modes)('every image of %s is made from a known program', (mode) => {
  const images = imagesOf(desired(exampleCluster(mode).spec).objects)
  expect(images.length).toBeGreaterThan(5)
  expect(images.filter((reference) => sources[reference.replace(/[:@].*$/, '')] === undefined)).toEqual([])
})
