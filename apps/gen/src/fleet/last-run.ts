import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { place, productVersion } from '@thanos-fleet/product'
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCache, writeCache } from '../files/cache.ts'
import { fingerprint } from '../files/fingerprint.ts'
import { clustersFolder, listClusters } from './list-clusters.ts'
import type { UnitReport } from './result.ts'

/**
 * What the last complete run left, so that the next one can see in the way Git does that nothing has to be done: all
 * files of the generator, and all files that it reads or writes, are untouched. Kept outside of the repository's files;
 * without it, or after any doubt, a run compares contents.
 */
export interface LastRun {
  generator: string
  units: { report: UnitReport; digest: string; deep: boolean }[]
  /** Warnings, which are repeated. */
  diagnostics: Diagnostic[]
}

const notSources = new Set(['node_modules', 'fixtures', 'testing'])

function cacheName(repository: string): string {
  return `last-run-${hash('sha256', repository).slice(0, 16)}`
}

/** What has not changed since the last run. */
export interface Untouched {
  /** The last run, if running again would change nothing. */
  all: LastRun | undefined
  /** Fingerprints of the folders of clusters that nobody touched, by their names. */
  clusters: ReadonlyMap<string, string>
}

const everythingTouched: Untouched = { all: undefined, clusters: new Map() }

/** @param generator of `generatorFingerprint` */
export function untouchedSince(repository: string, generator: string): Untouched {
  try {
    const last = readCache<LastRun>(cacheName(repository))
    return last?.generator === generator ? compared(repository, last) : everythingTouched
  } catch {
    // A folder that cannot be read, or a last run of another form: comparing will tell.
    return everythingTouched
  }
}

function compared(repository: string, last: LastRun): Untouched {
  const { names, abandoned, diagnostics } = listClusters(repository)
  const there = new Set(names)
  const untouched = last.units
    .filter(({ report }) => report.mode === '' || there.has(report.name))
    .filter(({ report, digest, deep }) => digestOf(join(repository, folderOf(report)), deep) === digest)
  const clusters = untouched.filter(({ report }) => report.mode !== '')
  const known = clusters.map(({ report }) => report.name)
  const isComplete =
    untouched.length === last.units.length &&
    abandoned.length + diagnostics.length === 0 &&
    names.join('/') === known.join('/')
  return {
    all: isComplete ? last : undefined,
    clusters: new Map(clusters.map(({ report, digest }) => [report.name, digest])),
  }
}

/** Undefined where there is no such folder. */
function digestOf(folder: string, deep: boolean): string | undefined {
  return existsSync(folder) ? fingerprint(folder, { deep }).digest : undefined
}

function folderOf({ name, mode }: UnitReport): string {
  return mode === '' ? name : `${clustersFolder}/${name}`
}

let known: string | undefined

/**
 * Of the sources of this program and of the packages that are installed. The package has all it needs bundled. Looked at
 * once in a process, which goes on running what it has loaded.
 */
export function generatorFingerprint(): string {
  known ??= lookedAt()
  return known
}

function lookedAt(): string {
  if (place.packaged) return hash('sha256', [process.version, fingerprint(place.root, { deep: true }).digest].join(' '))
  const skip = (name: string) => notSources.has(name) || name.endsWith('.test.ts')
  const sources = ['apps/gen', 'libs'].map(
    (folder) => fingerprint(join(place.root, folder), { deep: true, skip }).digest,
  )
  const packages = hash('sha256', readFileSync(join(place.root, 'node_modules/.package-lock.json')))
  return hash('sha256', [process.version, productVersion(), ...sources, packages].join(' '))
}

/**
 * Remembers a run for `untouchedSince`; where that is not possible the next run is only slower.
 *
 * @param generator its fingerprint from before the run
 * @param settled fingerprints of folders, by their paths
 */
export function remember(
  repository: string,
  generator: string,
  run: { units: readonly UnitReport[]; diagnostics: Diagnostic[]; settled: ReadonlyMap<string, string> },
): void {
  const units = run.units.flatMap((report) => {
    const digest = run.settled.get(folderOf(report))
    const { written, removed, unchanged, objects } = report.counts
    const counts = { objects, written: 0, unchanged: unchanged + written, removed: 0 }
    // Folders that were emptied are gone.
    if (digest === undefined && removed > 0 && report.mode === '' && unchanged + written === 0) return []
    return [{ report: { ...report, counts }, digest, deep: folderOf(report) !== clustersFolder }]
  })
  if (units.some(({ digest }) => digest === undefined)) return
  writeCache(cacheName(repository), { generator, units, diagnostics: run.diagnostics })
}
