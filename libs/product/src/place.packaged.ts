import { resolve } from 'node:path'
import type { Place } from './place.ts'

// All modules are bundled into files of one folder, dist/.
const root = resolve(import.meta.dirname, '..')

/** In the package: the cache is beside the installed packages, since their own folders belong to the package manager. */
export const place: Place = { root, packaged: true, cache: resolve(root, '../.cache/thanos-fleet') }
