import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import fc from 'fast-check'
import { expect } from 'vitest'
import { base } from '../base.ts'
import { overlay } from '../overlay.ts'
import { rendered } from '../rendered.ts'
import type { Files, State } from '../state.ts'
import { build } from './kustomize.ts'
import { apart } from './states.ts'

/** A base and what overlays make of it, one on the other. */
export type Layers = readonly [State, ...State[]]

/** Several cases share one run of kustomize, since starting it takes most of the time; more would make it slower. */
const perBuild = 10

/**
 * The law for many random cases: what kustomize builds of the last overlay is the last state. When it fails, the first
 * failing case is shrunk alone.
 */
export async function lawHolds(cases: fc.Arbitrary<Layers>, seed: number, runs: number): Promise<void> {
  const samples = fc.sample(cases, { seed, numRuns: runs })
  const starts = Array.from({ length: Math.ceil(runs / perBuild) }, (_, index) => index * perBuild)
  const failed: number[] = []
  await Promise.all(
    [0, 1].map(async () => {
      for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
        const batch = samples.slice(start, start + perBuild)
        if (await holds(batch)) continue
        for (const [index, one] of batch.entries()) if (!(await holds([one]))) failed.push(start + index)
      }
    }),
  )
  if (failed.length === 0) return
  console.log(`failed: ${failed.sort((a, b) => a - b).join(', ')} of ${runs}, seed ${seed}; shrinking the first`)
  // fast-check finds the case again by its index.
  await fc.assert(
    fc.asyncProperty(cases, (one) => check([one])),
    { seed, path: `${failed[0]}`, numRuns: 1 },
  )
  expect(failed).toEqual([])
}

function holds(cases: readonly Layers[]): Promise<boolean> {
  return check(cases).then(
    () => true,
    () => false,
  )
}

/** Builds the last overlay of every case in one run and compares everything that is printed. */
export async function check(cases: readonly Layers[]): Promise<void> {
  const folders = new Map<string, Files>()
  const resources: string[] = []
  const wanted: KubeObject[] = []
  for (const [index, layers] of cases.entries()) {
    const [first, ...rest] = layers.map((state) => apart(state, `p${index}`))
    if (first === undefined) continue
    let [folder, from] = [`${index}-0`, first]
    folders.set(folder, base(from))
    for (const [layer, to] of rest.entries()) {
      const next = `${index}-${layer + 1}`
      folders.set(next, overlay({ resources: [`../${folder}`], from, to }))
      ;[folder, from] = [next, to]
    }
    resources.push(folder)
    wanted.push(...rendered(from))
  }
  folders.set('', new Map([['kustomization.yaml', JSON.stringify({ resources })]]))
  const { objects, stderr } = await build(folders, '.')
  expect(stderr).toBe('')
  expect(byId(objects)).toEqual(byId(wanted))
}

function byId(objects: readonly KubeObject[]): Record<string, KubeObject> {
  return Object.fromEntries(objects.map((object) => [`${object.apiVersion} ${idString(object)}`, object]))
}
