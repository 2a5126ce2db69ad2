import { modes, productFleet } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { applyPatches } from '@thanos-fleet/kustomize'
import { patchesHold, patchFile, randomPatches } from '@thanos-fleet/kustomize/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desired } from './desired.ts'
import { checkPatched } from './patches/check.ts'
import { clusterReadme } from './readme.ts'

const seed = Number(process.env['RANDOM_SEED'] ?? 20_260_101)
/** Times that every object of a mode is patched. */
const rounds = Number(process.env['RANDOM_ROUNDS'] ?? 2)

const numbers = fc.array(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), {
  minLength: 101,
  maxLength: 101,
})

test.each(modes)(
  `random patches of all objects of %s come to what kustomize makes of them, ${rounds} times, seed ${seed}`,
  async (mode) => {
    const state = desired(exampleCluster(mode).spec)
    const cases = fc.sample(numbers, { seed, numRuns: rounds }).map((list) => ({ state, numbers: list }))
    const { differences } = await patchesHold(cases)
    expect(differences).toEqual([])
  },
  120_000 + rounds * 60_000,
)

test.each(modes)('no patch of an object of %s makes the page or a check throw', (mode) => {
  const { spec } = exampleCluster(mode)
  const state = desired(spec)
  for (const list of fc.sample(numbers, { seed, numRuns: rounds })) {
    const patched = applyPatches(state, [patchFile(randomPatches(state, list))])
    expect(checkPatched(spec, state, patched)).toBeInstanceOf(Array)
    expect(clusterReadme(spec, state, productFleet, patched)).toContain('## Patches')
  }
})
