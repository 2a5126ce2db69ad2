import { loadCluster } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Fleet, gen, namesOf } from '../fleet.ts'
import { measure, type Subject } from '../rounds.ts'
import type { CaseOptions, Comparison } from './case.ts'

/** As many different clusters as cdk8s gets to see; it builds the rest of the fleet of the same objects again. */
const differentClusters = 20

/**
 * Generates a fleet from nothing: against `cp -r` of the same files, which no generator can beat, and against cdk8s
 * making as many of the same objects, a chart for each cluster.
 */
export async function generation({ clusters, create, rounds, log }: CaseOptions): Promise<Comparison> {
  let fleet = create()
  const input = `${fleet.folder}-objects.json`
  writeFileSync(input, JSON.stringify(objectsOf(fleet)))
  const app = resolve(import.meta.dirname, '../cdk8s-app.ts')
  const subjects: Subject[] = [
    {
      name: 'gen overlays',
      command: () => {
        fleet = create()
        return gen(fleet, 'overlays')
      },
      node: true,
    },
    // Runs after the first, and copies what that made.
    {
      name: 'cp -r',
      command: () => ({ program: 'cp', args: ['-r', fleet.folder, `${fleet.folder}-copy`] }),
      node: false,
    },
    {
      name: 'cdk8s synth',
      command: () => ({ program: process.execPath, args: [app, input, String(clusters), `${fleet.folder}-cdk8s`] }),
      node: true,
    },
  ]
  return { task: 'generation', clusters, measured: await measure(subjects, { rounds, log }) }
}

/** What kustomize would build of the first clusters, as plain JSON. */
function objectsOf(fleet: Fleet): object[][] {
  return namesOf(fleet)
    .slice(0, differentClusters)
    .map((name) => {
      const path = `clusters/${name}/cluster.yaml`
      const loaded = loadCluster({ path, text: readFileSync(join(fleet.folder, path)) })
      if (!loaded.ok) throw new Error(`${path} is refused: ${JSON.stringify(loaded.diagnostics)}`)
      return rendered(desired(loaded.spec))
    })
}
