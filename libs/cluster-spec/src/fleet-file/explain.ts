import { leavesOfSettings, type Provenance } from '../provenance.ts'
import { pathText } from '../issues/describe.ts'
import { valueAt } from '../yaml/paths.ts'
import type { Path } from '../yaml/position.ts'
import type { Fleet } from './fleet.ts'

/** Every setting of the fleet with where its value comes from; what follows from a setting is there like a setting. */
export function explainFleet(fleet: Fleet): Provenance[] {
  const defaults = valueAt(fleet.value, ['defaults'])
  const all = { ...fleet.spec, ...(defaults === undefined ? {} : { defaults }) }
  return leavesOfSettings(all, []).map(({ path, value }) => ({
    path: pathText(path),
    value,
    from: lineOf(path, fleet),
  }))
}

/** Where a value is written, or what it follows from. */
function lineOf(path: Path, fleet: Fleet): Provenance['from'] {
  const said = [path, ...(sources.get(path.join('.')) ?? [])].find((one) => valueAt(fleet.value, one) !== undefined)
  return said === undefined ? 'default' : `fleet.yaml:${fleet.locate(said).line}`
}

const url: Path = ['repository', 'url']

/** What is written for a setting that has another name in the file. */
const sources: ReadonlyMap<string, readonly Path[]> = new Map([
  ['repository.argocdUrl', [url]],
  ['repository.fluxUrl', [url]],
  ['repository.web', [url]],
])
