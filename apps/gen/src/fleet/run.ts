import { locateIn } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Difference, Plan } from '../files/unit.ts'
import type { PlanOptions } from '../files/plan.ts'
import { errorCode } from '../files/tree.ts'
import { type Executor, inline, threadsFor } from './executor.ts'
import type { Generator, Linked, Names } from './generator.ts'
import type { KeptResult } from './last-results.ts'
import { clusterPath, listClusters, type Listing } from './list-clusters.ts'
import { planShared } from './plan-shared.ts'
import { bind, type FleetText, readFleet } from './read-fleet.ts'
import type { ClusterResult, UnitReport, Work } from './result.ts'
import type { SessionOptions } from './session.ts'
import type { Times } from './settle.ts'
import { settledAfter, write } from './write.ts'

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
  /** As in `PlanOptions`; for the named clusters. */
  assumed?: PlanOptions['assumed']
  /** What is known of clusters from an earlier run with this fleet.yaml, by their names: they are not read again. */
  keptFor?: (fleet: FleetText) => ReadonlyMap<string, KeptResult>
  /** Threads besides this one; by default as many as pay. */
  threads?: number
  onProgress?: (done: number, total: number) => void
}

export interface RunResult {
  units: UnitReport[]
  diagnostics: Diagnostic[]
  /** With the texts only from `check`. */
  differences: Difference[]
  /** Fingerprints of the folders that were left as planned, by their paths. */
  settled: Map<string, string>
  /** What became of each cluster, and what clusters that name others are to each other. */
  results: ClusterResult[]
  links: Linked['links']
  /** The fleet.yaml of the run. */
  fleet: FleetText
  milliseconds: number
}

/**
 * Generates the fleet, or compares it. Everything is read, understood and planned before the first write; where
 * anything is wrong nothing is written at all.
 */
export async function runFleet(options: RunOptions): Promise<RunResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(options)
    } catch (error) {
      // Another run in the same repository has put or removed what this one was about to: what it leaves is complete.
      if (errorCode(error) !== 'ENOENT' || attempt === mostAttempts) throw error
      await setTimeout(attempt * 50)
    }
  }
}

const mostAttempts = 5

async function runOnce(options: RunOptions): Promise<RunResult> {
  const start = performance.now()
  const times = { started: Date.now(), committed: 0 }
  const fleet = readFleet(options.repository)
  const { generator, diagnostics: problems } = bind(await loadGenerator(options.generatorUrl), fleet)
  if (generator === undefined) return refused(fleet, problems, performance.now() - start)
  const listing = listClusters(options.repository)
  const kept = options.keptFor?.(fleet) ?? new Map<string, KeptResult>()
  const executor = await executorFor(options, listing.names.length - kept.size, generator, fleet)
  try {
    const { shared, ...planned } = await planFleet(executor, generator, listing, kept, options)
    const { problems, settled } = await carryOut(executor, shared, planned.diagnostics, options, times)
    const diagnostics = [...planned.diagnostics, ...problems]
    return { ...planned, fleet, diagnostics, settled, milliseconds: performance.now() - start }
  } finally {
    await executor.close()
  }
}

/** What the clusters have in common is wrong: nothing can be said of any of them. */
function refused(fleet: FleetText, diagnostics: Diagnostic[], milliseconds: number): RunResult {
  const nothing = { units: [], differences: [], settled: new Map(), results: [], links: new Map() }
  return { ...nothing, fleet, diagnostics, milliseconds }
}

async function executorFor(
  run: RunOptions,
  toPlan: number,
  generator: Generator,
  { text: fleetText }: FleetText,
): Promise<Executor> {
  const { repository, names, threads, generatorUrl } = run
  const options = sessionOptions(run)
  const count = threads ?? threadsFor(names.length === 0 ? toPlan : names.length)
  if (count === 0) return inline(repository, generator, options)
  const { pool } = await import('./pool.ts')
  return pool(count, { repository, generatorUrl, fleetText, options })
}

type Kept = ReadonlyMap<string, KeptResult>

interface PlannedFleet extends Omit<RunResult, 'settled' | 'fleet' | 'milliseconds'> {
  /** Of the folders that this thread takes care of. */
  shared: Plan[]
}

async function planFleet(
  executor: Executor,
  generator: Generator,
  listing: Listing,
  kept: Kept,
  options: RunOptions,
): Promise<PlannedFleet> {
  const read = await planClusters(executor, listing, kept, options)
  const members = read.flatMap(({ name, view, places }) =>
    view === undefined ? [] : [{ path: clusterPath(name), view, locate: locateIn(places ?? {}) }],
  )
  const { links, diagnostics: ofLinks } = generator.link?.(members, namesOf(listing)) ?? noLinks
  const results = await planLinked(executor, read, links, kept)
  const summaries = results.flatMap((result) => result.summary ?? [])
  // Without one of the clusters the shared folders would be wrong.
  const shared =
    summaries.length < results.length
      ? []
      : planShared(options, generator, listing, summaries, links, sessionOptions(options))
  const plans = shared.map(({ plan }) => plan)
  return {
    units: [...shared.map(({ report }) => report), ...results.flatMap(reportOf)],
    diagnostics: [
      ...listing.diagnostics,
      ...(generator.report?.(results) ?? results.flatMap((result) => result.diagnostics)),
      ...generator.checkFleet(members, summaries),
      ...ofLinks,
      ...plans.flatMap((plan) => plan.problems),
    ],
    differences: [...plans.flatMap((plan) => plan.differences), ...results.flatMap((result) => result.differences)],
    shared: plans,
    results,
    links,
  }
}

async function planClusters(executor: Executor, listing: Listing, kept: Kept, options: RunOptions) {
  const { names } = options
  const results = listing.names.flatMap((name) => kept.get(name)?.result ?? [])
  const known = new Set(results.map(({ name }) => name))
  const work = listing.names
    .filter((name) => !known.has(name))
    .map((name): Work => ({ name, only: names.length === 0 || names.includes(name) ? 'plan' : 'read' }))
  await executor.run(work, (result) => {
    results.push(result)
    options.onProgress?.(results.length, listing.names.length)
  })
  return results.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const noLinks: Linked = { links: new Map(), diagnostics: [] }

function namesOf({ names, abandoned }: Listing): Names {
  return { names, gone: abandoned }
}

/** Plans the clusters that name others, now that all have been read; of those that are known, if the others have changed. */
async function planLinked(
  executor: Executor,
  read: readonly ClusterResult[],
  links: Linked['links'],
  kept: Kept,
): Promise<ClusterResult[]> {
  const work = read.flatMap(({ name, waits }): Work[] => {
    const [ofCluster, before] = [links.get(name), kept.get(name)]
    const isPlanned = before === undefined ? !waits : isDeepStrictEqual(ofCluster, before.links)
    return ofCluster === undefined || isPlanned ? [] : [{ name, only: 'plan', links: ofCluster }]
  })
  if (work.length === 0) return [...read]
  const planned = new Map<string, ClusterResult>()
  await executor.run(work, (result) => planned.set(result.name, result))
  return read.map((result) => planned.get(result.name) ?? result)
}

/** Writes, unless there is an error or nothing is to be written. */
async function carryOut(
  executor: Executor,
  shared: readonly Plan[],
  diagnostics: readonly Diagnostic[],
  { mode, repository }: RunOptions,
  times: Times,
): Promise<{ problems: Diagnostic[]; settled: Map<string, string> }> {
  if (mode === 'check' || diagnostics.some(isError)) return { problems: [], settled: new Map() }
  const problems = await write(executor, shared, repository, times)
  return {
    problems,
    settled: problems.length > 0 ? new Map() : await settledAfter(executor, shared, repository, times),
  }
}

function sessionOptions({ force, assumed, mode }: RunOptions): SessionOptions {
  return { force, assumed, willWrite: mode === 'write', differences: mode === 'check' }
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}

function reportOf({ name, mode, counts, milliseconds }: ClusterResult): UnitReport[] {
  return counts === undefined || mode === undefined ? [] : [{ name, mode, counts, milliseconds }]
}

const generators = new Map<string, Promise<{ default: Generator }>>()

/** Loaded once in a process, so that a run with fewer rights need not be able to read the sources again. */
async function loadGenerator(url: string): Promise<Generator> {
  const loading = generators.get(url) ?? import(url)
  generators.set(url, loading)
  return (await loading).default
}
