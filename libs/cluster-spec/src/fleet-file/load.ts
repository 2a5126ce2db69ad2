import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { diagnose } from '../diagnose.ts'
import type { Finding } from '../finding.ts'
import { prune } from '../issues/prune.ts'
import { translate } from '../issues/translate.ts'
import { decode } from '../yaml/decode.ts'
import { parseSettings, type ParsedYaml } from '../yaml/parse.ts'
import { relatedToAny } from '../yaml/paths.ts'
import { defaultsFindings } from './check-defaults.ts'
import { fleetFindings } from './checks.ts'
import { fleetDefaults } from './defaults.ts'
import { Fleet } from './fleet.ts'
import { fleetJsonSchema } from './json-schema.ts'
import { resolveFleet } from './resolve.ts'
import { type FleetInput, fleetSchema } from './schema.ts'
import type { Path } from '../yaml/position.ts'
import { fleetPath, ownSource } from './sources.ts'

/** What holds where there is no `fleet.yaml`. */
export const productFleet = new Fleet(fleetDefaults)

/** A `clusters/fleet.yaml` that was read. */
export interface LoadedFleet {
  /** Undefined where an error lets nobody say what clusters have in common. */
  fleet: Fleet | undefined
  /** All errors and warnings, in the order of the file. Errors in `defaults` leave the fleet usable for reading on. */
  diagnostics: Diagnostic[]
  /** The places of those that are about defaults, as `line:column`, with the section that they are in. */
  inDefaults: ReadonlyMap<string, Path>
}

const none: ReadonlyMap<string, Path> = new Map()

/** What reading gives where there is no file. */
export const noFleetFile: LoadedFleet = { fleet: productFleet, diagnostics: [], inDefaults: none }

/** Reads `clusters/fleet.yaml`. Pure; all errors are reported together, each with its position. */
export function loadFleet(file: string | Uint8Array): LoadedFleet {
  const text = typeof file === 'string' ? file : decode(file)
  if (typeof text !== 'string') return refuse([text])
  const yaml = parseSettings(text)
  if (!Array.isArray(yaml)) return understood(yaml)
  // Everything is optional: a file of comments says that all is as by default.
  return yaml.some(({ code }) => code !== 'empty-file') ? refuse(yaml) : noFleetFile
}

function refuse(findings: readonly Finding[], yaml?: ParsedYaml): LoadedFleet {
  return { fleet: undefined, diagnostics: diagnose(fleetPath, findings, yaml && ownSource(yaml)), inDefaults: none }
}

function understood(yaml: ParsedYaml): LoadedFleet {
  const { input, findings, removed } = parsed(yaml.value)
  const diagnosed = (all: readonly Finding[]) => diagnose(fleetPath, all, ownSource(yaml))
  if (input === undefined) return refuse(findings, yaml)
  const resolved = resolveFleet(input)
  const fleet = new Fleet(resolved.spec, yaml)
  // What was left out as malformed is not missed as well.
  const isRemoved = relatedToAny(removed)
  const follows = ({ path = [], also = [] }: Finding) => [path, ...also].some(isRemoved)
  const rest = [...resolved.findings, ...fleetFindings(input, fleet)].filter((finding) => !follows(finding))
  const beside = [...findings, ...rest]
  const refused = beside.some(({ severity }) => severity !== 'warning')
  const ofDefaults = defaultsFindings(yaml, fleet)
  return {
    fleet: refused ? undefined : fleet,
    diagnostics: diagnosed([...beside, ...ofDefaults]),
    inDefaults: new Map(
      ofDefaults.flatMap((finding) => {
        const { path = [] } = finding
        const section = path.slice(0, path[1] === 'all' ? 2 : 3)
        return diagnosed([finding]).map(({ line, column }): [string, Path] => [`${line}:${column}`, section])
      }),
    ),
  }
}

/** The form of the file. What is malformed is left out, so that the rest can still be checked. */
function parsed(value: unknown): { input?: FleetInput; findings: Finding[]; removed: Path[] } {
  const rest: unknown = structuredClone(value)
  const findings: Finding[] = []
  const removed: Path[] = []
  for (let round = 0; round < 10; round += 1) {
    const result = fleetSchema.safeParse(rest)
    if (result.success) return { input: result.data, findings, removed }
    const wrong = translate(result.error.issues, rest, [], fleetJsonSchema)
    // What becomes wrong because something was left out is no mistake of its own.
    if (round === 0) findings.push(...wrong)
    const paths = prune(rest, wrong)
    if (paths === undefined) return { findings, removed }
    removed.push(...paths)
  }
  return { findings, removed }
}
