import { readCache, writeCache } from '../files/cache.ts'
import { generatorFingerprint } from './last-run.ts'

type Texts = Readonly<Record<string, string>>

/**
 * Texts that follow from the sources of this program alone, kept with the compile cache: making the JSON Schemas takes
 * longer than generating a cluster. Sources that were touched, or a cache that cannot be read, have them made again.
 *
 * @param name of the file in the cache
 * @param make makes them, by their names
 */
export function rememberedTexts(name: string, make: () => Texts): Texts {
  const generator = generatorFingerprint()
  const known = readCache<{ generator: string; texts: Texts }>(name)
  if (known?.generator === generator) return known.texts
  const texts = make()
  writeCache(name, { generator, texts })
  return texts
}
