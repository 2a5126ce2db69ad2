import { type ImageRule, imageParts, renamedImage, takesImages, withImages } from './image.ts'
import { equal, type ValueMap } from './value.ts'

/** An object before and after; `from` is missing for one that the overlay adds. */
export interface Change {
  from: ValueMap | undefined
  to: ValueMap
}

/**
 * The entries of `images` that say part of the changes, and what then remains to be said by patches: in `rest`, `to` is
 * what the object has to be before `images` is applied.
 *
 * An entry is only used where it means exactly the desired result on every object of the kustomization: all containers
 * of the old image get the same new one, and no other use of that name is hit.
 */
export function imageRules(changes: readonly Change[]): { rules: ImageRule[]; rest: Change[] } {
  const rules = [...candidates(changes)]
  if (rules.length === 0 || !changes.every(({ to }) => takesImages(to))) return { rules: [], rest: [...changes] }
  const proven = rules.filter((rule) => means(changes, [rule]))
  if (proven.length === 0 || !means(changes, proven)) return { rules: [], rest: [...changes] }
  return { rules: proven, rest: before(changes, proven) }
}

/** One entry for each image name whose changed containers all get the same new reference. */
function* candidates(changes: readonly Change[]): Generator<ImageRule> {
  const wanted = new Map<string, Set<string>>()
  for (const { from, to } of changes) {
    if (from === undefined || from === to) continue
    const old = imagesOf(from)
    for (const [path, image] of imagesOf(to)) {
      const previous = old.get(path)
      if (previous === undefined || previous === image) continue
      const { name } = imageParts(previous)
      wanted.set(name, (wanted.get(name) ?? new Set()).add(image))
    }
  }
  for (const [name, images] of wanted) {
    const [image, ...others] = images
    if (image === undefined || others.length > 0 || !/^[a-z0-9][a-z0-9./:_-]*$/.test(name)) continue
    const parts = imageParts(image)
    yield {
      name,
      ...(parts.name === name ? {} : { newName: parts.name }),
      ...(parts.tag === '' ? {} : { newTag: parts.tag }),
      ...(parts.digest === '' ? {} : { digest: parts.digest }),
    }
  }
}

const knownImages = new WeakMap<ValueMap, ReadonlyMap<string, string>>()

function imagesOf(object: ValueMap): ReadonlyMap<string, string> {
  const known = knownImages.get(object)
  if (known !== undefined) return known
  const images = new Map<string, string>()
  knownImages.set(object, images)
  withImages(object, (image, path) => {
    images.set(path, image)
    return image
  })
  return images
}

function means(changes: readonly Change[], rules: readonly ImageRule[]): boolean {
  return before(changes, rules).every(({ to }, index) => equal(applied(to, rules), changes[index]?.to))
}

function applied(object: ValueMap, rules: readonly ImageRule[]): ValueMap {
  return withImages(object, (image) => rules.reduce(renamedImage, image))
}

/** The changes without those the rules make: a container whose old image a rule turns into the wanted one keeps it. */
function before(changes: readonly Change[], rules: readonly ImageRule[]): Change[] {
  return changes.map(({ from, to }) => {
    if (from === undefined || from === to) return { from, to }
    const old = imagesOf(from)
    return {
      from,
      to: withImages(to, (image, path) => {
        const previous = old.get(path)
        return previous !== undefined && rules.reduce(renamedImage, previous) === image ? previous : image
      }),
    }
  })
}
