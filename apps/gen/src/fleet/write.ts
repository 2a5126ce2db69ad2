import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { setTimeout } from 'node:timers/promises'
import { commit, discard, stageAll } from '../files/apply.ts'
import { isEmpty } from '../files/plan.ts'
import type { Plan } from '../files/unit.ts'
import { clockTickMs } from '../files/fingerprint.ts'
import type { Executor } from './executor.ts'
import { settledUnits, type Times } from './settle.ts'

/**
 * Carries out all plans: first everything is written beside its place, and only when that has worked everywhere the
 * files are renamed.
 *
 * @param shared the plans of the main thread; what clusters build on comes first
 * @param times gets the time of committing
 * @returns why nothing was written, or nothing
 */
export async function write(
  executor: Executor,
  shared: readonly Plan[],
  repository: string,
  times: Times,
): Promise<Diagnostic[]> {
  const mine = stageAll(
    shared.filter((plan) => !isEmpty(plan)),
    repository,
  )
  const problems = [...mine.problems, ...(mine.problems.length === 0 ? await executor.stage() : [])]
  if (problems.length > 0) {
    for (const { plan } of mine.staged) discard(repository, plan.root)
    await executor.discard()
    return problems
  }
  times.committed = Date.now()
  for (const staged of mine.staged) commit(repository, staged)
  await executor.commit()
  return []
}

/** After `write`: fingerprints of all folders that are certainly as planned, by their paths. */
export async function settledAfter(
  executor: Executor,
  shared: readonly Plan[],
  repository: string,
  times: Times,
): Promise<Map<string, string>> {
  // Until the clock has moved on, a further change would not show in a file's times.
  await setTimeout(clockTickMs)
  return new Map([...settledUnits(repository, shared, times), ...(await executor.settled(times.started))])
}
