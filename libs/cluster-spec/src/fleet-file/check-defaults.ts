import { modes } from '../defaults/index.ts'
import type { Finding } from '../finding.ts'
import { pathText } from '../issues/describe.ts'
import { translate } from '../issues/translate.ts'
import { clusterSchema } from '../schema/cluster.ts'
import { validate } from '../validate.ts'
import { valueAt } from '../yaml/paths.ts'
import type { ParsedYaml } from '../yaml/parse.ts'
import type { Path } from '../yaml/position.ts'
import { isMapping } from './choices.ts'
import type { Fleet } from './fleet.ts'
import { sayingAt } from './merge.ts'
import { neverCommonIn } from './never-common.ts'

/** A section of `defaults`, where it stands. */
export interface Section {
  place: Path
  value: unknown
}

/** The sections of `defaults` that a file has. */
export function sectionsOf(value: unknown): Section[] {
  const at = (place: Path): Section[] => {
    const found = valueAt(value, place)
    return found === undefined ? [] : [{ place, value: found }]
  }
  const names = (key: string) => {
    const found = valueAt(value, ['defaults', key])
    return isMapping(found) ? Object.keys(found) : []
  }
  return [
    ...at(['defaults', 'all']),
    ...names('modes').flatMap((mode) => at(['defaults', 'modes', mode])),
    ...names('rings').flatMap((ring) => at(['defaults', 'rings', ring])),
  ]
}

/** Everything about the defaults that can be said without knowing the clusters. */
export function defaultsFindings(yaml: ParsedYaml, fleet: Fleet): Finding[] {
  const sections = sectionsOf(yaml.value)
  // That a section is no mapping is said of the form of the file.
  const malformed = sections
    .filter(({ value }) => isMapping(value))
    .flatMap(({ place, value }) => below(place, formFindings(value, place)))
  return [...malformed, ...(malformed.length > 0 ? [] : contradictions(fleet))]
}

function below(place: Path, findings: readonly Finding[]): Finding[] {
  return findings.map(({ path = [], also, ...finding }) => ({
    ...finding,
    path: [...place, ...path],
    ...(also === undefined ? {} : { also: also.map((one) => [...place, ...one]) }),
  }))
}

/** Values of the wrong form. A default may say a part of something: what is missing, clusters may add. */
function formFindings(value: unknown, place: Path): Finding[] {
  const never = neverCommonIn(value, place)
  const named = isMapping(value) ? { ...value, name: 'example', mode: 'sidecar-mode' } : value
  const parsed = clusterSchema.safeParse(named)
  const wrong = parsed.success ? [] : translate(parsed.error.issues, named)
  const neverAt = never.map(({ path = [] }) => path.join('/'))
  return [
    ...never,
    ...wrong
      .filter(({ code, path = [] }) => !code.startsWith('missing-') && !neverAt.includes(path.join('/')))
      .map((finding) => ({
        ...finding,
        message: finding.message.replace(/ at the top level$/, ` in ${pathText(place)}`),
      })),
  ]
}

/** What a mode refuses of its own defaults, whatever its clusters add. */
function contradictions(fleet: Fleet): Finding[] {
  return modes.flatMap((mode) => {
    const merged = fleet.defaultsFor({ mode, ring: '' })
    if (merged === undefined || !isMapping(merged.value)) return []
    const value = { ...merged.value, name: 'example', mode }
    const written = (path: Path) => valueAt(value, path) !== undefined
    const { findings } = validate({ value }, { folder: 'example', written, channels: fleet.channels, rings: null })
    return findings
      .filter(({ also = [] }) => also.some((path) => path.length === 1 && path[0] === 'mode'))
      .flatMap(({ path = [], at, message, remedy }): Finding[] => {
        const place = sayingAt(merged, path).layer.placeOf(path)
        if (place[1] !== 'modes') return []
        return [{ code: 'default-contradicts-mode', path: place, ...(at === undefined ? {} : { at }), message, remedy }]
      })
  })
}
