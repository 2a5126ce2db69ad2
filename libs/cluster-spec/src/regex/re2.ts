import { createRequire } from 'node:module'
import type * as Library from 're2js'

const load: (name: 're2js') => typeof Library = createRequire(import.meta.url)

/**
 * The port of RE2. Its tables take about 10 ms to load, which only those pay who have an expression that needs it: hence
 * no `import`. What is in the package in the place of this file is in tools/pack/src/bundle.ts.
 */
export function re2(): typeof Library {
  return load('re2js')
}
