import { idString } from '@thanos-fleet/kubernetes'
import { asObject, compare, type Comparison } from './compare.ts'
import { fileNames } from './file-name.ts'
import { type Change, imageRules } from './images.ts'
import { jsonPatch } from './json-patch.ts'
import { kustomizationText, type PatchEntry, replacementOf } from './kustomization.ts'
import { moved, moves } from './namespace.ts'
import { strategicPatch, withIdentity } from './patch.ts'
import { replicaRules } from './replicas.ts'
import type { Files, State } from './state.ts'
import { targetOf } from './target.ts'
import { equal, type Value, type ValueMap } from './value.ts'
import { knownYamlText } from './yaml.ts'

export interface BaseOptions {
  /** The namespace most objects live in: the names of their files leave it out. */
  namespace?: string
  /** Text for a comment at the head of every YAML file, without `#`, may have several lines. */
  header?: string
}

export interface OverlayInput extends BaseOptions {
  /** Folders of the kustomizations this one builds on, relative to its own folder, or URLs. */
  resources: readonly string[]
  /** What those produce together. */
  from: State
  /** What this kustomization has to produce (before the hand-written patches). */
  to: State
  /**
   * Hand-written patches, relative paths, applied after the generated ones. Kustomize applies `images` and `replicas`
   * after all patches, so with hand-written ones these are said by patches, to leave people the last word.
   */
  patches?: readonly string[]
  /**
   * Files with people's own objects, relative paths. Kustomize's fields that reach every object are left out beside them
   * (`images`, `replicas`): one that is encrypted must come out as it is, or the code that proves it whole is wrong.
   */
  objects?: readonly string[]
}

/**
 * The smallest natural overlay: a folder whose `kustomize build` is `rendered(to)`, given the folders of `from`.
 *
 * Changed objects get a strategic merge patch, removed ones `$patch: delete`, new ones a file under `resources`;
 * images and replicas their own fields where those mean exactly the desired result; ConfigMaps from files a generator
 * that merges. A renamed namespace becomes a kustomization of its own, `namespace/`, so that all else, hand-written
 * patches too, speaks of the new one.
 *
 * @throws RangeError when a change needs JSON operations and no selector tells its object from another (see targetOf)
 */
export function overlay(input: OverlayInput): Files {
  const { from, to, namespace: main, header, patches = [], objects: own = [] } = input
  const list = moves(from, to)
  const files: Files = new Map()
  if (list.length > 0) {
    const resources = input.resources.map((path) => (path.includes('://') ? path : `../${path}`))
    const text = kustomizationText({ resources, replacements: list.map(replacementOf) }, header)
    files.set('namespace/kustomization.yaml', text)
  }
  const comparison = compare(moved(from, list), to, main)
  const { objects } = comparison
  const handWritten = patches.length + own.length > 0
  const rules = handWritten ? { rest: objects, replicas: [], images: [] } : transformed(objects)
  const parts = objectFiles({ ...comparison, objects: rules.rest }, main)
  for (const [path, value] of parts.files) files.set(path, knownYamlText(value, header))
  for (const config of comparison.configs) for (const [path, text] of config.files) files.set(path, text)
  files.set(
    'kustomization.yaml',
    kustomizationText(
      {
        resources: [...(list.length > 0 ? ['namespace'] : input.resources), ...parts.resources.sort(), ...own],
        configMapGenerator: comparison.configs.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
        patches: [...parts.patches.sort((a, b) => (a.path < b.path ? -1 : 1)), ...patches.map((path) => ({ path }))],
        replicas: rules.replicas,
        images: rules.images,
      },
      header,
    ),
  )
  return files
}

function transformed(changes: readonly Change[]) {
  const replicas = replicaRules(changes)
  const images = imageRules(replicas.rest)
  return { replicas: replicas.rules, images: images.rules, rest: images.rest }
}

interface ObjectFiles {
  files: Map<string, ValueMap | Value[]>
  resources: string[]
  patches: PatchEntry[]
}

/** One file per object that is new, different or gone. */
function objectFiles(comparison: Comparison, main: string | undefined): ObjectFiles {
  const configMaps = comparison.configs.flatMap(({ after, wanted }) =>
    after === undefined ? [] : [{ from: after, to: wanted }],
  )
  const changes = [...comparison.objects, ...configMaps].filter(({ from, to }) => !equal(from, to))
  const result: ObjectFiles = { files: new Map(), resources: [], patches: [] }
  const names = fileNames([...changes.map(({ to }) => to), ...comparison.removed].map(asObject), main)
  const nameOf = (object: ValueMap): string => names.get(idString(asObject(object))) ?? ''
  for (const { from, to } of changes) {
    const path = nameOf(to)
    if (from === undefined) {
      result.files.set(path, to)
      result.resources.push(path)
      continue
    }
    const patch = strategicPatch(from, to)
    result.files.set(path, patch === undefined ? jsonPatch(from, to) : withIdentity(from, patch))
    result.patches.push(patch === undefined ? { path, target: targetOf(from, others(comparison)) } : { path })
  }
  for (const object of comparison.removed) {
    const path = nameOf(object)
    result.files.set(path, { ...withIdentity(object, {}), $patch: 'delete' })
    result.patches.push({ path })
  }
  return result
}

/** Everything a target could hit. */
function others({ objects, removed }: Comparison): ValueMap[] {
  return [...objects.map(({ from, to }) => from ?? to), ...removed]
}
