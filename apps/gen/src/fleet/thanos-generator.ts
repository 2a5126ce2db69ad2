import { checkFleet, type ClusterSpec, jsonSchema, loadCluster, type LoadedCluster } from '@thanos-fleet/cluster-spec'
import { type FleetCluster, gitopsFiles, scopeOf } from '@thanos-fleet/gitops'
import type { State } from '@thanos-fleet/kustomize'
import { refuseSkip } from '@thanos-fleet/migration'
import {
  clusterFiles,
  dependenciesOf,
  desired,
  extraConflicts,
  overlayFiles,
  oversizedConfigMaps,
  placeIn,
  readmeOf,
  repository,
} from '@thanos-fleet/stack'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { posix } from 'node:path'
import type { Unit } from '../files/unit.ts'
import type { Generator, Member } from './generator.ts'

/** The generator of this repository: Prometheus and Thanos by the specification of each cluster. */
const thanosGenerator: Generator<ClusterSpec> = {
  read(file, folder) {
    const loaded = loadCluster(file, folder)
    if (!loaded.ok) return { spec: undefined, diagnostics: loaded.diagnostics }
    const folderPath = posix.dirname(file.path)
    const conflicts = extraConflicts(loaded.spec).map(
      (conflict): Diagnostic => ({ severity: 'error', ...conflict, file: posix.join(folderPath, conflict.file) }),
    )
    if (conflicts.length > 0) return { spec: undefined, diagnostics: [...loaded.warnings, ...conflicts] }
    return { spec: loaded.spec, diagnostics: loaded.warnings }
  },

  checkChange(member, before) {
    const text = before(readmeOf(member.spec))
    const place = text === undefined ? null : placeIn(text)
    const refusal = place === null ? null : refuseSkip(place, member.spec)
    if (refusal === null) return []
    const { path, ...said } = refusal
    return [{ severity: 'error', file: member.path, ...loadedAgain(member).locate(path), ...said }]
  },

  checkState(member, state) {
    return oversizedConfigMaps(state).map(({ name, ...said }) => {
      const at = loadedAgain(member).locate(settingOf(name, member.spec))
      return { severity: 'error', file: member.path, ...at, ...said }
    })
  },

  checkFleet: (members) => checkFleet(members.map(loadedAgain)),
  desired,
  clusterFiles,
  facts: fleetCluster,
  shared: (facts) => [overlays(facts.filter(isFleetCluster)), schema()],
}

/** The setting whose part a ConfigMap belongs to, by its name: `thanos-receive-limits` is one of `receive`. */
function settingOf(config: string, spec: ClusterSpec): string[] {
  const words = config.replace(/^thanos-/, '')
  const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const found = Object.keys(spec).filter((key) => words === kebab(key) || words.startsWith(`${kebab(key)}-`))
  return found.toSorted((one, other) => other.length - one.length).slice(0, 1)
}

/** A cluster as it was loaded, but that its file is only read again if a position in it is asked for. */
function loadedAgain({ path, spec, source }: Member<ClusterSpec>): LoadedCluster {
  return {
    ok: true,
    path,
    spec,
    warnings: [],
    provenance: () => [],
    locate(setting) {
      const found = source()
      const loaded = found === undefined ? undefined : loadCluster(found.file, found.folder)
      return loaded?.ok === true ? loaded.locate(setting) : { line: 1, column: 1 }
    },
  }
}

function fleetCluster(spec: ClusterSpec, state: State): FleetCluster {
  const { name, mode, ring } = spec
  return { name, mode, ring, path: `clusters/${name}`, dependsOnPaths: dependenciesOf(spec), scope: scopeOf(state) }
}

/** Facts come back from threads without their type. */
function isFleetCluster(facts: object): facts is FleetCluster {
  return 'dependsOnPaths' in facts && 'scope' in facts
}

function overlays(fleet: readonly FleetCluster[]): Unit {
  const files = new Map([...overlayFiles(), ...gitopsFiles(fleet, repository)])
  return { root: 'overlays', files, handWritten: [], deep: true }
}

/** What the first line of each cluster.yaml names, for editors. */
function schema(): Unit {
  return {
    root: 'clusters',
    files: new Map([['clusters/cluster.schema.json', jsonSchema()]]),
    handWritten: [],
    deep: false,
  }
}

export default thanosGenerator
