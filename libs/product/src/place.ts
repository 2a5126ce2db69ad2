import { resolve } from 'node:path'

/**
 * Where the product itself is: its pins, templates and other files that it reads and never writes. The repository that
 * it generates for is another place, which commands are told.
 */
export interface Place {
  /** Absolute folder with the product's package.json. */
  readonly root: string
  /** Whether this is the installed package, and not the working tree that the package is made from. */
  readonly packaged: boolean
  /** Absolute folder for what only saves time. It need not exist and need not be writable. */
  readonly cache: string
}

const root = resolve(import.meta.dirname, '../../..')

/** In the working tree, which is its own repository. In the package, place.packaged.ts is in place of this file. */
export const place: Place = { root, packaged: false, cache: resolve(root, 'node_modules/.cache/thanos-fleet') }
