import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { clockTickMs, fingerprint } from '../files/fingerprint.ts'
import { indexName } from '../files/ownership.ts'
import type { Plan } from '../files/unit.ts'

/** When a run did what; Unix time in milliseconds. */
export interface Times {
  /** Before the first file was read. */
  started: number
  /** Before the first file was put in its place. */
  committed: number
}

/**
 * Fingerprints of units after a run, by their folders. A unit is left out if a person may have changed it meanwhile:
 * then it is not known to be what was planned. So is one whose folder went with its last file.
 */
export function settledUnits(
  repository: string,
  plans: readonly Plan[],
  times: Times,
): [root: string, digest: string][] {
  return plans.flatMap((plan): [string, string][] => {
    if (!existsSync(join(repository, plan.root))) return []
    const since = times.started - clockTickMs
    const { digest, touched } = fingerprint(join(repository, plan.root), { deep: plan.deep, since })
    const written = (path: string, contentTime: number) =>
      path === indexName || (plan.write.has(`${plan.root}/${path}`) && contentTime <= times.committed)
    return [...touched].every(([path, contentTime]) => written(path, contentTime)) ? [[plan.root, digest]] : []
  })
}
