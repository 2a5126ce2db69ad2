import { posix } from 'node:path'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { diagnose } from './diagnose.ts'
import { loadExtra } from './extra/load.ts'
import type { ClusterFolder } from './extra/paths.ts'
import { scrapeTargetFindings } from './extra/scrape-targets.ts'
import type { Finding } from './finding.ts'
import { loadObjects } from './objects/load.ts'
import type { Fleet, Membership } from './fleet-file/fleet.ts'
import { productFleet } from './fleet-file/load.ts'
import { layeredSources, ownSource, type Place, type Sources } from './fleet-file/sources.ts'
import { unusedDefaults } from './fleet-file/unused.ts'
import { provenanceOf, type Provenance } from './provenance.ts'
import type { ClusterSpec } from './spec.ts'
import { validate } from './validate.ts'
import { decode } from './yaml/decode.ts'
import { parseSettings, type ParsedYaml } from './yaml/parse.ts'
import type { Path } from './yaml/position.ts'

/** A `cluster.yaml`, as bytes or as text. */
export interface ClusterFile {
  /** From the repository's root, `clusters/<name>/cluster.yaml`. */
  path: string
  text: string | Uint8Array
}

/** What defaults of the fleet a cluster has, and which of them it does without. */
export interface Defaulted extends Membership {
  /** Places in `fleet.yaml` of defaults that something above them replaces. */
  unused: string[]
}

export interface LoadedCluster {
  ok: true
  path: string
  spec: ClusterSpec
  warnings: Diagnostic[]
  defaulted: Defaulted | undefined
  /** Every setting with where its value comes from; worked out at each call, since only `explain` needs it. */
  provenance(): Provenance[]
  /** Where a setting stands in the file, or the nearest thing above it; with the file where that is the fleet's. */
  locate(path: Path, at?: 'key' | 'value'): Place
}

export interface RefusedCluster {
  ok: false
  path: string
  /** All errors and warnings, in the order of the file; those of the fleet's file behind those of the cluster's. */
  diagnostics: Diagnostic[]
  /** Undefined if the file does not even say its mode. */
  defaulted: Defaulted | undefined
}

/**
 * Reads one cluster. Pure: the disk is only reached through `folder`, and only for the files that `extra` names and
 * those in `objects/`. All errors of a file are reported together, each with its position.
 *
 * @param fleet what all clusters have in common
 */
export function loadCluster(
  file: ClusterFile,
  folder?: ClusterFolder,
  fleet: Fleet = productFleet,
): LoadedCluster | RefusedCluster {
  const text = typeof file.text === 'string' ? file.text : decode(file.text)
  if (typeof text !== 'string') return refuse(file.path, [text])
  const yaml = parseSettings(text)
  if (Array.isArray(yaml)) return refuse(file.path, yaml)
  const sources = sourcesOf(yaml, fleet)
  const defaulted = defaultedOf(yaml, fleet)
  const { findings, input, spec } = validate(sources, {
    folder: posix.basename(posix.dirname(file.path)),
    written: (path) => sources.find(path).depth === path.length,
    channels: fleet.channels,
    rings: fleet.spec.rings?.map(({ name }) => name) ?? null,
  })
  const extra = loadExtra(input?.extra, folder)
  const objects = loadObjects(folder)
  const files = { ...(input?.extra === undefined ? {} : { extra: extra.files }), objects: objects.objects }
  const complete = spec === undefined ? undefined : { ...spec, ...files }
  const unreachable = complete === undefined || extra.findings.length > 0 ? [] : scrapeTargetFindings(complete)
  const all = [...findings, ...extra.findings, ...objects.findings, ...unreachable]
  if (complete === undefined || all.some(({ severity }) => severity !== 'warning')) {
    return refuse(file.path, all, sources, defaulted)
  }
  return {
    ok: true,
    path: file.path,
    spec: complete,
    warnings: diagnose(file.path, all, sources),
    defaulted,
    provenance: () => provenanceOf(complete, sources),
    locate: sources.locate,
  }
}

function sourcesOf(yaml: ParsedYaml, fleet: Fleet): Sources {
  const [lowest, ...above] = fleet.layersFor(yaml)
  return lowest === undefined ? ownSource(yaml) : layeredSources(yaml, [lowest, ...above])
}

function defaultedOf(yaml: ParsedYaml, fleet: Fleet): Defaulted | undefined {
  const member = fleet.membershipOf(yaml.value)
  return member === undefined ? undefined : { ...member, unused: unusedDefaults(yaml, fleet) }
}

function refuse(path: string, findings: readonly Finding[], sources?: Sources, defaulted?: Defaulted): RefusedCluster {
  return { ok: false, path, diagnostics: diagnose(path, findings, sources), defaulted }
}
