import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { place } from './place.ts'

interface Manifest {
  version: string
  homepage?: string
}

let known: Manifest | undefined

/**
 * The version of the product, as its package.json has it: `0.1.0`. That file is read once in a process: every folder that
 * is planned asks for the version, and a run need not keep the right to read the product.
 *
 * @throws Error where that file has none
 */
export function productVersion(): string {
  return manifest().version
}

/**
 * The address below which `docs/` of the product can be read, as `homepage` of its package.json has it; undefined where
 * nobody has published the product yet, so that no address would be true.
 */
export function productHomepage(): string | undefined {
  return manifest().homepage
}

function manifest(): Manifest {
  known ??= read()
  return known
}

function read(): Manifest {
  const { version, homepage }: Partial<Manifest> = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
  if (version === undefined) throw new Error(`${place.root}/package.json has no version`)
  return homepage === undefined ? { version } : { version, homepage }
}
