import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { place } from './place.ts'

/** The version of the product, as its package.json has it: `0.1.0`. @throws Error where that file has none */
export function productVersion(): string {
  const manifest: { version?: string } = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
  if (manifest.version === undefined) throw new Error(`${place.root}/package.json has no version`)
  return manifest.version
}
