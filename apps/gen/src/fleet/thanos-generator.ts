import { checkFleet, type ClusterSpec, jsonSchema, loadCluster, type LoadedCluster } from '@thanos-fleet/cluster-spec'
import { clusterFiles, desired, overlayFiles } from '@thanos-fleet/stack'
import type { Unit } from '../files/unit.ts'
import type { Generator, Member } from './generator.ts'

/** The generator of this repository: Prometheus and Thanos by the specification of each cluster. */
const thanosGenerator: Generator<ClusterSpec> = {
  read(file, folder) {
    const loaded = loadCluster(file, folder)
    if (!loaded.ok) return { spec: undefined, diagnostics: loaded.diagnostics }
    return { spec: loaded.spec, diagnostics: loaded.warnings }
  },

  checkFleet: (members) => checkFleet(members.map(loadedAgain)),
  desired,
  clusterFiles,
  shared: () => [overlays(), schema()],
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

function overlays(): Unit {
  return { root: 'overlays', files: overlayFiles(), handWritten: [], deep: true }
}

/** What the first line of each cluster.yaml names, for editors. */
function schema(): Unit {
  return { root: 'clusters', files: new Map([['clusters/cluster.schema.json', jsonSchema()]]), handWritten: [], deep: false }
}

export default thanosGenerator
