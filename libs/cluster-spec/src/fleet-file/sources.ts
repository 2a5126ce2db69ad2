import { find, type Path, type Position } from '../yaml/position.ts'
import type { ParsedYaml } from '../yaml/parse.ts'
import { type Layer, mergeLayers, sayingAt } from './merge.ts'

/** The path of the file, from the repository's root. */
export const fleetPath = 'clusters/fleet.yaml'

/** A position, with its file where that is not the cluster's own. */
export interface Place extends Position {
  file?: string
}

/** What a cluster's file and the fleet's defaults say together, and where. */
export interface Sources {
  value: unknown
  /** The file that says a setting, or the nearest thing above it. */
  fileOf(path: Path): Layer['file']
  /** Where a setting stands, or the nearest thing above it. */
  locate(path: Path, at?: 'key' | 'value'): Place
  /** How many elements of a path are written, and what stands there. */
  find(path: Path): ReturnType<typeof find>
}

/** A file alone. */
export function ownSource(yaml: ParsedYaml): Sources {
  return {
    value: yaml.value,
    fileOf: () => 'cluster',
    locate: yaml.locate,
    find: (path) => find(yaml.document, path),
  }
}

/** A cluster's file as a layer, which is the topmost. */
export function ownLayer(yaml: ParsedYaml): Layer {
  return { file: 'cluster', yaml, value: yaml.value, placeOf: (path) => path }
}

/** A file over the defaults of its fleet, from the lowest to the highest. */
export function layeredSources(yaml: ParsedYaml, [lowest, ...above]: readonly [Layer, ...Layer[]]): Sources {
  const merged = mergeLayers([lowest, ...above, ownLayer(yaml)])
  const layerOf = (path: Path): Layer => sayingAt(merged, path).layer
  return {
    value: merged.value,
    fileOf: (path) => layerOf(path).file,
    locate(path, at) {
      const { file, yaml: written, placeOf } = layerOf(path)
      const position = written.locate(placeOf(path), at)
      return file === 'fleet' ? { file: fleetPath, ...position } : position
    },
    find(path) {
      const { yaml: written, placeOf } = layerOf(path)
      const place = placeOf(path)
      const found = find(written.document, place)
      return { ...found, depth: Math.max(0, found.depth - (place.length - path.length)) }
    },
  }
}
