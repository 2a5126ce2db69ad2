import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import {
  checkFleet,
  loadCluster,
  type LoadedCluster,
  loadFleet,
  onceInFleetFile,
  productFleet,
  reportFleet,
} from '../index.ts'

/** For tests: a `fleet.yaml` and the clusters that have it, from a folder of fixtures. */
export interface LoadedFixture {
  diagnostics: Diagnostic[]
  clusters: LoadedCluster[]
}

/** Reads `fleet.yaml` and all other YAML files of a folder, which are clusters of their names. */
export function loadFixture(folder: string): LoadedFixture {
  const loaded = loadFleet(readFileSync(join(folder, 'fleet.yaml')))
  const results = globSync('*.yaml', { cwd: folder })
    .filter((file) => file !== 'fleet.yaml')
    .toSorted()
    .map((file) => {
      const name = basename(file, '.yaml')
      const text = readFileSync(join(folder, file))
      return {
        name,
        result: loadCluster({ path: `clusters/${name}/cluster.yaml`, text }, undefined, loaded.fleet ?? productFleet),
      }
    })
  const clusters = results.flatMap(({ result }) => (result.ok ? [result] : []))
  const reports = results.map(({ name, result }) => ({
    name,
    diagnostics: result.ok ? result.warnings : result.diagnostics,
    defaulted: result.defaulted,
  }))
  const diagnostics = loaded.fleet === undefined ? loaded.diagnostics : reportFleet(loaded, reports)
  return { diagnostics: [...diagnostics, ...onceInFleetFile(checkFleet(clusters))], clusters }
}
