import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { performance } from 'node:perf_hooks'
import type { Difference } from '../files/unit.ts'
import { type Executor, inline, threadsFor } from './executor.ts'
import type { Generator, Member, Named } from './generator.ts'
import { clustersFolder, listClusters, type Listing } from './list-clusters.ts'
import { planShared } from './plan-shared.ts'
import { openCluster } from './read-cluster.ts'
import type { ClusterResult, UnitReport, Work } from './result.ts'
import type { SessionOptions } from './session.ts'
import { write } from './write.ts'

export interface RunOptions {
  /** The absolute path of the repository's root. */
  repository: string
  /** The module whose default export is the generator. */
  generatorUrl: string
  /** The clusters to do; all if empty. */
  names: readonly string[]
  /** `check` compares only. */
  mode: 'write' | 'check'
  force: boolean
  /** Threads besides this one; by default as many as pay. */
  threads?: number
  onProgress?: (done: number, total: number) => void
}

export interface RunResult {
  units: UnitReport[]
  diagnostics: Diagnostic[]
  /** With the texts only from `check`. */
  differences: Difference[]
  milliseconds: number
}

/**
 * Generates the fleet, or compares it. Everything is read, understood and planned before the first write; where
 * anything is wrong nothing is written at all.
 */
export async function runFleet(options: RunOptions): Promise<RunResult> {
  const start = performance.now()
  const listing = listClusters(options.repository)
  const loaded: { default: Generator } = await import(options.generatorUrl)
  const session: SessionOptions = {
    force: options.force,
    willWrite: options.mode === 'write',
    differences: options.mode === 'check',
  }
  const executor = await executorFor(options, listing, loaded.default, session)
  try {
    const result = await runWith(executor, loaded.default, listing, options, session)
    return { ...result, milliseconds: performance.now() - start }
  } finally {
    await executor.close()
  }
}

async function executorFor(
  { repository, names, threads, generatorUrl }: RunOptions,
  listing: Listing,
  generator: Generator,
  options: SessionOptions,
): Promise<Executor<Named>> {
  const count = threads ?? threadsFor(names.length === 0 ? listing.names.length : names.length)
  if (count === 0) return inline(repository, generator, options)
  const { pool } = await import('./pool.ts')
  return pool(count, { repository, generatorUrl, options })
}

async function runWith(
  executor: Executor<Named>,
  generator: Generator,
  listing: Listing,
  options: RunOptions,
  session: SessionOptions,
): Promise<Omit<RunResult, 'milliseconds'>> {
  const results = await runClusters(executor, listing, options)
  const clusters = results.flatMap(({ name, spec }) =>
    spec === undefined ? [] : [memberOf(options.repository, name, spec)],
  )
  const diagnostics = [
    ...listing.diagnostics,
    ...results.flatMap((result) => result.diagnostics),
    ...generator.checkFleet(clusters),
  ]
  const complete = clusters.length === results.length
  const shared = complete ? planShared(options, generator, listing, results.flatMap(({ facts }) => facts ?? []), session) : []
  diagnostics.push(...shared.flatMap(({ plan }) => plan.problems))
  if (options.mode === 'write' && !diagnostics.some(isError)) {
    diagnostics.push(...(await write(executor, shared.map(({ plan }) => plan), options.repository)))
  }
  return {
    units: [...shared.map(({ report }) => report), ...results.flatMap(reportOf)],
    diagnostics,
    differences: [...shared.flatMap(({ plan }) => plan.differences), ...results.flatMap((result) => result.differences)],
  }
}

async function runClusters(executor: Executor<Named>, listing: Listing, options: RunOptions) {
  const results: ClusterResult<Named>[] = []
  const work: Work[] = listing.names.map((name) => {
    return { name, only: options.names.length === 0 || options.names.includes(name) ? 'plan' : 'read' }
  })
  await executor.run(work, (result) => {
    results.push(result)
    options.onProgress?.(results.length, work.length)
  })
  return results.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function memberOf(repository: string, name: string, spec: Named): Member<Named> {
  return {
    path: `${clustersFolder}/${name}/cluster.yaml`,
    spec,
    source() {
      const source = openCluster(repository, name)
      return 'folder' in source ? source : undefined
    },
  }
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}

function reportOf({ name, spec, counts, milliseconds }: ClusterResult<Named>): UnitReport[] {
  return counts === undefined || spec === undefined ? [] : [{ name, mode: spec.mode, counts, milliseconds }]
}
