import type { ParsedYaml } from '../yaml/parse.ts'
import type { Path } from '../yaml/position.ts'
import { isMapping } from './choices.ts'
import type { Fleet } from './fleet.ts'
import { mergeLayers, sayingAt } from './merge.ts'
import { ownLayer } from './sources.ts'

/** The settings of a section that say something: a mapping is said by what is in it. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
  if (!isMapping(value) || Object.keys(value).length === 0) return [path]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
}

/** A place as a text that is compared. */
export function placeText(path: Path): string {
  return JSON.stringify(path)
}

/** Places in `defaults` of the settings that a cluster, or a section above, replaces. */
export function unusedDefaults(yaml: ParsedYaml, fleet: Fleet): string[] {
  const layers = fleet.layersFor(yaml).filter(({ file }) => file === 'fleet')
  const [lowest, ...above] = layers
  if (lowest === undefined) return []
  const merged = mergeLayers([lowest, ...above, ownLayer(yaml)])
  return layers.flatMap((layer) =>
    leavesOf(layer.value)
      .filter((path) => layer.placeOf(path)[0] === 'defaults' && sayingAt(merged, path).layer !== layer)
      .map((path) => placeText(layer.placeOf(path))),
  )
}
