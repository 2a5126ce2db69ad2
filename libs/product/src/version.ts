import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { place } from './place.ts'

let known: string | undefined

/**
 * The version of the product, as its package.json has it: `0.1.0`. Read once in a process: every folder that is planned
 * asks for it, and a run need not keep the right to read the product.
 *
 * @throws Error where that file has none
 */
export function productVersion(): string {
  known ??= read()
  return known
}

function read(): string {
  const manifest: { version?: string } = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
  if (manifest.version === undefined) throw new Error(`${place.root}/package.json has no version`)
  return manifest.version
}
