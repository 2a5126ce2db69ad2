import { isMap, type Value, type ValueMap } from './value.ts'

/** One entry of a kustomization's `images`. */
export interface ImageRule {
  name: string
  newName?: string
  newTag?: string
  digest?: string
}

export interface ImageParts {
  name: string
  tag: string
  digest: string
}

/** Takes an image reference apart as Kustomize does: a `:` before the first `/` belongs to the registry's port. */
export function imageParts(image: string): ImageParts {
  const slash = Math.max(image.indexOf('/'), 0)
  const rest = image.slice(slash)
  const at = rest.indexOf('@')
  const head = at < 0 ? rest : rest.slice(0, at)
  const colon = head.indexOf(':')
  return {
    name: image.slice(0, slash) + (colon < 0 ? head : head.slice(0, colon)),
    tag: colon < 0 ? '' : head.slice(colon + 1),
    digest: at < 0 ? '' : rest.slice(at + 1),
  }
}

/** What Kustomize makes of one image reference. */
export function renamedImage(image: string, rule: ImageRule): string {
  // The name is a regular expression to Kustomize, so its dots match anything.
  const pattern = new RegExp(`^${rule.name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`)
  if (!pattern.test(image)) return image
  const parts = imageParts(image)
  const overridden = rule.newTag !== undefined || rule.digest !== undefined
  const tag = overridden ? (rule.newTag ?? '') : parts.tag
  const digest = overridden ? (rule.digest ?? '') : parts.digest
  return `${rule.newName ?? parts.name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`
}

const podFields = [
  ['containers', 'image'],
  ['initContainers', 'image'],
  ['volumes', 'image', 'reference'],
]
const imagePaths = podFields.flatMap((path) => [
  ['spec', ...path],
  ['spec', 'template', 'spec', ...path],
])

/**
 * Whether `images` leaves the object alone but for its images: custom resources may have something else than pods where
 * Kustomize expects them, which it refuses or, if it is null, replaces by an empty list.
 */
export function takesImages(object: ValueMap): boolean {
  return (
    object['kind'] === 'CustomResourceDefinition' ||
    (imagePaths.every((path) => leadsToText(object, path)) && hasOrdinaryContainers(object))
  )
}

function leadsToText(value: Value | undefined, path: readonly string[]): boolean {
  if (value === undefined) return true
  const [head, ...rest] = path
  if (head === undefined) return typeof value === 'string'
  if (Array.isArray(value)) return value.every((item) => isMap(item) && leadsToText(item, path))
  return isMap(value) && leadsToText(value[head], rest)
}

function hasOrdinaryContainers(value: Value): boolean {
  if (Array.isArray(value)) return value.every(hasOrdinaryContainers)
  return (
    !isMap(value) ||
    Object.entries(value).every(
      ([key, item]) =>
        hasOrdinaryContainers(item) &&
        ((key !== 'containers' && key !== 'initContainers') || !Array.isArray(item) || leadsToText(item, ['image'])),
    )
  )
}

const imageVolumes = [
  ['spec', 'volumes', 'image', 'reference'],
  ['spec', 'template', 'spec', 'volumes', 'image', 'reference'],
]

/** Changes the images of an object wherever `images` of a kustomization would; anything else is kept by reference. */
export function withImages(object: ValueMap, change: (image: string, path: string) => string): ValueMap {
  if (object['kind'] === 'CustomResourceDefinition') return object
  const mapped = inContainers(object, '', change)
  return imageVolumes.reduce((result, path) => atPath(result, path, '', change), isMap(mapped) ? mapped : object)
}

/** Lists called `containers` or `initContainers` count at any depth, in custom resources too. */
function inContainers(value: Value, path: string, change: (image: string, path: string) => string): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return mapList(value, (item, index) => inContainers(item, `${path}/${index}`, change))
  let result = value
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'object') continue
    let changed = inContainers(item, `${path}/${key}`, change)
    if ((key === 'containers' || key === 'initContainers') && Array.isArray(changed)) {
      changed = mapList(changed, (container, index) => {
        const place = isMap(container) && typeof container['name'] === 'string' ? container['name'] : `${index}`
        return isMap(container) ? atPath(container, ['image'], `${path}/${key}/${place}`, change) : container
      })
    }
    if (changed !== item) result = { ...result, [key]: changed }
  }
  return result
}

function atPath<T extends Value>(
  value: T,
  path: readonly string[],
  place: string,
  change: (image: string, path: string) => string,
): T
function atPath(
  value: Value,
  path: readonly string[],
  place: string,
  change: (image: string, path: string) => string,
): Value {
  const [head, ...rest] = path
  if (head === undefined) return typeof value === 'string' ? change(value, place) : value
  if (Array.isArray(value)) {
    return mapList(value, (item, index) => {
      const name = isMap(item) && typeof item['name'] === 'string' ? item['name'] : `${index}`
      return atPath(item, path, `${place}/${name}`, change)
    })
  }
  const below = isMap(value) ? value[head] : undefined
  if (!isMap(value) || below === undefined) return value
  const changed = atPath(below, rest, `${place}/${head}`, change)
  return changed === below ? value : { ...value, [head]: changed }
}

function mapList(list: Value[], map: (item: Value, index: number) => Value): Value[] {
  const mapped = list.map(map)
  return mapped.some((item, index) => item !== list[index]) ? mapped : list
}
