import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Path } from '../yaml/position.ts'
import { isMapping } from './choices.ts'
import { type Section, sectionsOf } from './check-defaults.ts'
import type { Fleet, Membership } from './fleet.ts'
import type { LoadedFleet } from './load.ts'
import { fleetPath } from './sources.ts'
import { leavesOf, placeText } from './unused.ts'

/** What the reading of one cluster gave. */
export interface ClusterReport {
  name: string
  diagnostics: readonly Diagnostic[]
  /** Undefined where nobody could say which defaults the cluster has. */
  defaulted: (Membership & { unused: readonly string[] }) | undefined
}

/**
 * All diagnostics of a fleet: a mistake in `fleet.yaml` once, whichever clusters it reaches, and behind it those of the
 * clusters' own files. Says also which rings and defaults of the fleet are of no use to any cluster.
 *
 * @param clusters all of the fleet
 */
export function reportFleet(loaded: LoadedFleet, clusters: readonly ClusterReport[]): Diagnostic[] {
  const own = clusters.flatMap(({ diagnostics }) => diagnostics.filter(({ file }) => file !== fleetPath))
  const { fleet } = loaded
  if (fleet === undefined) return [...loaded.diagnostics, ...own]
  const mistakes = [
    ...loaded.diagnostics.map((one) => withReach(one, loaded, clusters)),
    ...fromClusters(loaded, clusters),
  ]
  const known = clusters.length > 0 && clusters.every(({ defaulted }) => defaulted !== undefined)
  const wrong = mistakes.some(({ severity }) => severity === 'error')
  const idle = known ? [...ringsWithoutCluster(fleet, clusters), ...(wrong ? [] : idleDefaults(fleet, clusters))] : []
  return [...[...mistakes, ...idle].toSorted(byPlace), ...own]
}

/** Of errors between clusters that one place of `fleet.yaml` makes, the first, with the number of the others. */
export function onceInFleetFile(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = (one: Diagnostic) => (one.file === fleetPath ? `${placeKey(one)} ${one.code}` : undefined)
  return diagnostics.flatMap((diagnostic, index): Diagnostic[] => {
    const key = keyOf(diagnostic)
    if (key === undefined) return [diagnostic]
    const same = diagnostics.filter((one) => keyOf(one) === key)
    if (diagnostics.findIndex((one) => keyOf(one) === key) !== index) return []
    const more = same.length - 1
    return [
      more === 0 ? diagnostic : { ...diagnostic, message: `${diagnostic.message} (and ${more} more of the kind)` },
    ]
  })
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}

function placeKey({ line, column }: Pick<Diagnostic, 'line' | 'column'>): string {
  return `${line}:${column}`
}

/** The names of clusters as a message lists them. */
const most = 8

function reaching(diagnostic: Diagnostic, names: readonly string[]): Diagnostic {
  if (names.length === 0) return diagnostic
  const more = names.length - most
  const listed = names.slice(0, most).join(', ')
  return { ...diagnostic, message: `${diagnostic.message} (reaches ${listed}${more > 0 ? ` and ${more} more` : ''})` }
}

function reachedBy(place: Path, clusters: readonly ClusterReport[]): ClusterReport[] {
  const [, section, name] = place
  if (place[0] !== 'defaults' || section === 'all') return [...clusters]
  return clusters.filter(({ defaulted }) => (section === 'modes' ? defaulted?.mode : defaulted?.ring) === name)
}

/** What is wrong with a default by itself, with the clusters that have it. */
function withReach(
  diagnostic: Diagnostic,
  { inDefaults }: LoadedFleet,
  clusters: readonly ClusterReport[],
): Diagnostic {
  const section = inDefaults.get(placeKey(diagnostic))
  if (section === undefined) return diagnostic
  return reaching(
    diagnostic,
    reachedBy(section, clusters).map(({ name }) => name),
  )
}

/** What only shows together with the settings of clusters, once for each place and rule. */
function fromClusters(
  { diagnostics, inDefaults, fleet }: LoadedFleet,
  clusters: readonly ClusterReport[],
): Diagnostic[] {
  const known = new Set([...diagnostics.map(placeKey), ...inDefaults.keys()])
  const found = new Map<string, { diagnostic: Diagnostic; names: string[] }>()
  for (const { name, diagnostics: all } of clusters) {
    for (const diagnostic of all.filter(({ file }) => file === fleetPath)) {
      if (known.has(placeKey(diagnostic))) continue
      // Of one place several things can be missing; what else is said of it in other words has one reason.
      const said = diagnostic.code.startsWith('missing-') ? diagnostic.message : ''
      const key = `${placeKey(diagnostic)} ${diagnostic.code} ${said}`
      const entry = found.get(key) ?? { diagnostic, names: [] }
      if (!entry.names.includes(name)) entry.names.push(name)
      found.set(key, entry)
    }
  }
  const sections = fleet === undefined ? undefined : sectionsByPlace(fleet)
  return [...found.values()]
    .filter(({ diagnostic, names }) => {
      if (diagnostic.code !== 'setting-without-effect') return true
      // For some of its clusters a default may be idle, as long as others have a use for it.
      const section = sections?.get(placeKey(diagnostic))
      return section === undefined || names.length === reachedBy(section, clusters).length
    })
    .map(({ diagnostic, names }) => reaching(diagnostic, names))
}

/** The section of `defaults` that each position of the file is in. */
function sectionsByPlace(fleet: Fleet): Map<string, Path> {
  const places = new Map<string, Path>()
  const visit = (value: unknown, path: Path, section: Path) => {
    places.set(placeKey(fleet.locate(path, 'key')), section)
    places.set(placeKey(fleet.locate(path)), section)
    if (isMapping(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key], section)
  }
  for (const { place, value } of sectionsOf(fleet.value)) visit(value, place, place)
  return places
}

function ringsWithoutCluster(fleet: Fleet, clusters: readonly ClusterReport[]): Diagnostic[] {
  const used = new Set(clusters.map(({ defaulted }) => defaulted?.ring))
  return (fleet.spec.rings ?? []).flatMap(({ name }, index): Diagnostic[] =>
    used.has(name)
      ? []
      : [
          {
            severity: 'error',
            code: 'ring-without-cluster',
            file: fleetPath,
            ...fleet.locate(['rings', index, 'name']),
            message: `no cluster is in the ring "${name}"`,
            remedy: `remove the ring, or write ring: ${name} into a cluster.yaml`,
          },
        ],
  )
}

/**
 * Defaults that make no difference: of a mode or ring without clusters, or replaced in every cluster that they reach.
 */
function idleDefaults(fleet: Fleet, clusters: readonly ClusterReport[]): Diagnostic[] {
  return sectionsOf(fleet.value).flatMap((section): Diagnostic[] => {
    const reached = reachedBy(section.place, clusters)
    return reached.length === 0 ? [sectionWithoutCluster(section, fleet)] : replaced(section, reached, fleet)
  })
}

function sectionWithoutCluster({ place }: Section, fleet: Fleet): Diagnostic {
  return {
    severity: 'warning',
    code: 'default-without-cluster',
    file: fleetPath,
    ...fleet.locate(place, 'key'),
    message: `${place.slice(0, -1).join('.')}: no cluster is in the ${place[1] === 'modes' ? 'mode' : 'ring'} "${place.at(-1)}"`,
    remedy: 'remove these defaults, or correct the name',
  }
}

function replaced({ place, value }: Section, reached: readonly ClusterReport[], fleet: Fleet): Diagnostic[] {
  return leavesOf(value)
    .map((path): Path => [...place, ...path])
    .filter((path) => reached.every(({ defaulted }) => defaulted?.unused.includes(placeText(path)) === true))
    .map((path) => ({
      severity: 'warning',
      code: 'default-always-replaced',
      file: fleetPath,
      ...fleet.locate(path, 'key'),
      message: `${path.join('.')}: every cluster in its scope overrides this default`,
      remedy: 'remove it',
    }))
}
