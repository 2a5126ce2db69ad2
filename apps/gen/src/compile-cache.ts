import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

/** Keeps what Node makes of sources for the next start, which halves the time of loading. Each thread has to ask. */
export function useCompileCache(): void {
  enableCompileCache(resolve(import.meta.dirname, '../../../node_modules/.cache/thanos-fleet'))
}
