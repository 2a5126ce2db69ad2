import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCluster, type LoadedCluster } from '../load.ts'
import type { Mode } from '../spec.ts'

const folder = join(import.meta.dirname, '../../fixtures/modes')

/**
 * The text of a `cluster.yaml` of this mode, whose cluster has the mode's name. Tests and tools that need real clusters
 * take these: the folder `clusters/` is the team's own, and may be empty or hold any other fleet.
 */
export function exampleText(mode: Mode): string {
  return readFileSync(join(folder, mode, 'cluster.yaml'), 'utf8')
}

/** The same cluster, loaded as if it were in `clusters/`. @throws Error with the diagnostics when it is refused */
export function exampleCluster(mode: Mode): LoadedCluster {
  const loaded = loadCluster({ path: `clusters/${mode}/cluster.yaml`, text: exampleText(mode) })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded
}
