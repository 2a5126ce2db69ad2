import { place } from '@thanos-fleet/product'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  const file = join(place.cache, `${name}.json`)
  const known = read(file)
  if (known?.generator === generator) return known.texts
  const texts = make()
  try {
    mkdirSync(place.cache, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ generator, texts }))
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A read-only node_modules is no reason to fail.
  }
  return texts
}

function read(file: string): { generator: string; texts: Texts } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
