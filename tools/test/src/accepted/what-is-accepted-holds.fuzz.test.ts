import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { Cluster, obligations, reachOf } from '@thanos-fleet/stack/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { extraFolder } from '../settings/extra-folder.ts'
import { batches } from './batches.ts'
import { randomFleet } from './fleet.ts'
import { runs } from './runs.ts'

const { clusters: count, seed } = runs(100)
/** Fleets are small, so that one of them is thrown away before the next is made. */
const fleets = batches(
  Array.from({ length: count }, (_, index) => index),
  100,
)
const asked = new Map<string, number>()

describe.each(fleets.map(({ length }, index) => ({ length, of: seed + index })))(
  '$length clusters of seed $of',
  ({ length, of }) => {
    const clusters = randomFleet(length, of, extraFolder).clusters.map(({ name, text, cluster: { spec } }) => {
      return { name, text, cluster: new Cluster(spec) }
    })

    test('keep every obligation', () => {
      for (const { setting, demands, applies, broken } of obligations) {
        const concerned = clusters.filter(({ cluster }) => applies(cluster))
        const row = `${setting} demands ${demands}`
        asked.set(row, (asked.get(row) ?? 0) + concerned.length)
        for (const { cluster, text } of concerned)
          expect({ row, broken: broken(cluster), text }).toEqual({ row, broken: [], text })
      }
    })

    test('reach every address that they say, by policies of which each rule is needed', { timeout: 3_600_000 }, () => {
      let addresses = 0
      for (const { cluster, text } of clusters) {
        const reach = reachOf(cluster.spec, cluster.objects)
        // While it moves, policies allow both ways of data.
        const unneeded = cluster.spec.migration === null ? reach.unneeded : []
        const { unreachable } = reach
        expect({ text, unreachable, unneeded }).toEqual({ text, unreachable: [], unneeded: [] })
        addresses += reach.addresses
      }
      expect(addresses).toBeGreaterThan(20 * clusters.length)
    })

    test('have no text that Flux would substitute without saying so', () => {
      const found = clusters.flatMap(({ cluster: { spec } }) =>
        rendered(desired(spec)).filter((object) => /\$[{$]/.test(JSON.stringify(object))),
      )
      expect(found.length).toBeGreaterThanOrEqual(clusters.length)
      const annotations = found.map(({ metadata }) => metadata.annotations?.['kustomize.toolkit.fluxcd.io/substitute'])
      expect(new Set(annotations)).toEqual(new Set(['disabled']))
    })
  },
)

// A row that no cluster is about proves nothing.
afterAll(() => {
  expect(
    obligations.map(({ setting, demands }) => `${setting} demands ${demands}`).filter((row) => !asked.get(row)),
  ).toEqual([])
})
