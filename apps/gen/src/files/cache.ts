import { place } from '@thanos-fleet/product'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What an earlier run kept under a name, in the folder of what only saves time. What another version of this program
 * kept may have another form: compare something that its sources decide before using it.
 */
export function readCache<Kept>(name: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(cacheFile(name), 'utf8'))
  } catch {
    return undefined
  }
}

/** Keeps something for later runs; where that is not possible they are only slower. */
export function writeCache(name: string, value: object): void {
  const file = cacheFile(name)
  const temporary = `${file}.${process.pid}`
  try {
    mkdirSync(place.cache, { recursive: true })
    writeFileSync(temporary, JSON.stringify(value))
    renameSync(temporary, file)
  } catch {
    // A read-only node_modules is no reason to fail.
  }
}

function cacheFile(name: string): string {
  return join(place.cache, `${name}.json`)
}
