import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { gen, namesOf } from '../fleet.ts'
import { timed } from '../process.ts'
import { measure, type Subject } from '../rounds.ts'
import type { CaseOptions, Comparison } from './case.ts'

/** A run after one cluster.yaml of a generated fleet was edited, against one with nothing to do, and against one that reads all. */
export async function oneEdited({ clusters, create, rounds, log }: CaseOptions): Promise<Comparison> {
  const fleet = create()
  const overlays = gen(fleet, 'overlays')
  await timed(overlays)
  const [name = ''] = namesOf(fleet)
  const subjects: Subject[] = [
    {
      name: 'gen overlays',
      command: () => {
        appendFileSync(join(fleet.folder, 'clusters', name, 'cluster.yaml'), '# edited\n')
        return overlays
      },
      node: true,
    },
    // Runs after the first, and finds nothing to do.
    { name: 'gen overlays, nothing edited', command: () => overlays, node: true },
    { name: 'gen check, which reads all', command: () => gen(fleet, 'check'), node: true },
  ]
  return { task: 'one edited', clusters, measured: await measure(subjects, { rounds, log }) }
}
