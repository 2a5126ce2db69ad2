import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { isDeepStrictEqual } from 'node:util'
import { base } from '../base.ts'
import { overlay } from '../overlay.ts'
import { applyPatches } from '../patches/apply.ts'
import { rendered } from '../rendered.ts'
import type { State } from '../state.ts'
import { yamlText } from '../yaml.ts'
import { build } from './kustomize.ts'
import { patchFile } from './patch-file.ts'
import { chooser, randomPatch } from './random-patch.ts'
import { apart } from './states.ts'

/** A state, and numbers that decide about the patches of its objects. */
export interface PatchedCase {
  state: State
  numbers: readonly (readonly number[])[]
}

/** What came of some cases. */
export interface PatchLaw {
  /** Patches that both take. */
  applied: number
  /** Patches that the model refuses, by the code of their finding. */
  refused: Map<string, number>
  /** What differs between the model and Kustomize, with the patch. */
  differences: string[]
}

/**
 * Patches every object of every case, and compares the result with that of one run of the real kustomize.
 *
 * Only patches with findings that say that nobody can tell the result are left out; losses are findings too, but true to
 * Kustomize.
 * @throws Error when Kustomize refuses patches that the model takes
 */
export async function patchesHold(cases: readonly PatchedCase[]): Promise<PatchLaw> {
  const law: PatchLaw = { applied: 0, refused: new Map(), differences: [] }
  let whole: State = { objects: [], configs: [] }
  const texts: string[] = []
  const patches = new Map<string, string>()
  for (const [index, { state, numbers }] of cases.entries()) {
    const own = apart(state, `p${index}`)
    whole = { objects: [...whole.objects, ...own.objects], configs: [...whole.configs, ...own.configs] }
    const all = rendered({ ...own, configs: own.configs.map((config) => ({ ...config, onChange: 'reload' })) })
    for (const [position, object] of all.entries()) {
      const choose = chooser(numbers[position % numbers.length] ?? [0])
      const taken: string[] = []
      // Some objects are patched twice: the second patch meets what the first has left.
      for (let target: KubeObject | undefined = object; target !== undefined;) {
        const text = yamlText(randomPatch(target, choose), undefined)
        const { findings, changes } = applyPatches(own, [patchFile([...taken, text].join('---\n'))])
        const [refused] = findings.filter(({ code }) => isRefusal(code))
        if (refused === undefined) taken.push(text)
        else law.refused.set(refused.code, (law.refused.get(refused.code) ?? 0) + 1)
        target = refused === undefined && taken.length === 1 && choose(3) === 0 ? changes[0]?.after : undefined
      }
      texts.push(...taken)
      patches.set(idString(object), taken.join('---\n'))
    }
  }
  law.applied = texts.length
  const text = texts.join('---\n')
  const to = applyPatches(whole, [patchFile(text)]).state
  const top = overlay({ resources: ['../base'], from: whole, to: whole, patches: ['p.yaml'] }).set('p.yaml', text)
  const { objects } = await build(
    new Map([
      ['base', base(whole)],
      ['top', top],
    ]),
    'top',
  )
  law.differences = differences(
    objects,
    rendered(to),
    (id) => patches.get(id) ?? patches.get(id.replace(/-[^-]*$/, '')),
  )
  return law
}

/** A patch of every object of a state, good or bad, as one text. */
export function randomPatches({ objects }: State, numbers: readonly (readonly number[])[]): string {
  return objects
    .map((object, index) => yamlText(randomPatch(object, chooser(numbers[index % numbers.length] ?? [0])), undefined))
    .join('---\n')
}

function isRefusal(code: string): boolean {
  return !['patch-loses-entries', 'patch-matches-no-container'].includes(code)
}

function differences(
  found: readonly KubeObject[],
  wanted: readonly KubeObject[],
  patchOf: (id: string) => string | undefined,
): string[] {
  const [ones, others] = [found, wanted].map((list) => new Map(list.map((object) => [idString(object), object])))
  const ids = new Set([...(ones?.keys() ?? []), ...(others?.keys() ?? [])])
  return [...ids].flatMap((id) => {
    const [one, other] = [ones?.get(id), others?.get(id)]
    if (isDeepStrictEqual(one, other === undefined ? undefined : JSON.parse(JSON.stringify(other)))) return []
    return [[id, patchOf(id) ?? 'no patch', JSON.stringify(one), JSON.stringify(other)].join('\n')]
  })
}
