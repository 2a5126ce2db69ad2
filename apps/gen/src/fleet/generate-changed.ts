import { type KeptResult, keepResults, keptResults } from './last-results.ts'
import { remember, type Untouched } from './last-run.ts'
import { clustersFolder } from './list-clusters.ts'
import type { FleetText } from './read-fleet.ts'
import type { RunOptions, RunResult } from './run.ts'

/**
 * Generates the whole fleet, but reads again only the clusters that were touched since the last run and those that name
 * one of them, and remembers what came of it.
 *
 * @param generator its fingerprint from before the run
 * @param run a run of `runFleet`
 */
export async function generateChanged(
  repository: string,
  generator: string,
  untouched: Untouched,
  run: (options: Pick<RunOptions, 'keptFor'>) => Promise<RunResult>,
): Promise<RunResult> {
  let kept: ReadonlyMap<string, KeptResult> = new Map()
  const keptFor = (fleet: FleetText) => (kept = keptResults(repository, generator, fleet, untouched.clusters))
  const result = await run({ keptFor })
  const before = [...untouched.clusters].filter(([name]) => kept.has(name))
  const settled = new Map([
    ...before.map(([name, digest]): [string, string] => [`${clustersFolder}/${name}`, digest]),
    ...result.settled,
  ])
  // Nothing is settled where something is wrong.
  if (result.settled.size === 0) return result
  const digests = new Map([...settled].map(([folder, digest]) => [folder.slice(clustersFolder.length + 1), digest]))
  keepResults(repository, generator, result.fleet, { ...result, digests })
  remember(repository, generator, { ...result, settled })
  return result
}
