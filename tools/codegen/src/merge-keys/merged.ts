import type { Definition, Property } from './openapi.ts'

/** A field as the overlay compiler wants to know it. */
export interface MergedField {
  name: string
  merge: string[] | undefined
  of: string | undefined
}

/**
 * Fields of each type below which a list is merged, by the type's name; other fields and types are left out.
 * The document's own order changes with every release; fields are sorted.
 */
export function mergedTypes(definitions: readonly Definition[]): Map<string, MergedField[]> {
  const relevant = typesThatMerge(definitions)
  const types = definitions
    .filter(({ name }) => relevant.has(name))
    .map(({ name, properties }) => {
      const merged = properties.map((property) => ({
        name: property.name,
        merge: mergeKeysOf(property),
        of: property.of !== undefined && relevant.has(property.of) ? property.of : undefined,
      }))
      const known = merged.filter((field) => field.merge !== undefined || field.of !== undefined)
      return [name, known.sort((a, b) => (a.name < b.name ? -1 : 1))] as const
    })
  return new Map(types)
}

/**
 * The keys by which Kustomize merges the items of a list; undefined when it replaces the list.
 * As kyaml's ResourceSchema.PatchStrategyAndKeyList: several keys go before the one key.
 */
export function mergeKeysOf({ patchStrategy, patchMergeKey, listMapKeys }: Property): string[] | undefined {
  if (typeof patchStrategy !== 'string' || !patchStrategy.split(',').includes('merge')) return undefined
  if (Array.isArray(listMapKeys)) return listMapKeys.map(String)
  return typeof patchMergeKey === 'string' ? [patchMergeKey] : []
}

/** Types that have a merged list, or a field of such a type; grows until it stays as it is, as types are recursive. */
function typesThatMerge(definitions: readonly Definition[]): Set<string> {
  const found = new Set<string>()
  for (let before = -1; before < found.size;) {
    before = found.size
    for (const { name, properties } of definitions) {
      const merges = (property: Property) => mergeKeysOf(property) !== undefined || found.has(property.of ?? '')
      if (properties.some(merges)) found.add(name)
    }
  }
  return found
}
