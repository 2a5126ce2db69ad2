import {
  checkFleet,
  type ClusterSpec,
  type Defaulted,
  type Fleet,
  type FleetMember,
  fleetPath,
  fleetSchemaText,
  type FleetView,
  fleetViewOf,
  jsonSchema,
  linkFleet,
  type Links,
  loadCluster,
  type LoadedCluster,
  type LoadedFleet,
  loadFleet,
  dependsOnOthers,
  noFleetFile,
  onceInFleetFile,
  placesOf,
  productFleet,
  type Path,
  reportFleet,
  withExpectedLinks,
} from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { fleetCluster, type FleetCluster, gitopsFiles, meetingsOf } from '@thanos-fleet/gitops'
import { applyPatches, type State } from '@thanos-fleet/kustomize'
import { refuseSkip } from '@thanos-fleet/migration'
import {
  alertConflicts,
  relabelConflicts,
  unreachedAddresses,
  checkPatched,
  clusterFiles,
  dependenciesOf,
  deployed,
  desired,
  extraConflicts,
  fleetPage,
  type PageLink,
  objectConflicts,
  ownedFlags,
  overlayFiles,
  oversizedConfigMaps,
  type PatchFinding,
} from '@thanos-fleet/stack'
import { posix } from 'node:path'
import type { Unit } from '../files/unit.ts'
import { refuseWithoutHandover } from './autoscaling-handover.ts'
import { isClusterState, placeBefore, rememberedOf } from './cluster-state.ts'
import type { Bound, Compared, Generator, Linked, Member } from './generator.ts'
import { refuseGrpcTlsSkip } from './grpc-tls-steps.ts'
import { clusterPath } from './list-clusters.ts'
import { refuseSendingChange } from './sending-change.ts'
import { rememberedTexts } from './remembered-texts.ts'

/** The generator of this repository: Prometheus and Thanos by the specification of each cluster. */
function generatorOf(fleet: Fleet, loaded: LoadedFleet): Generator<ClusterSpec> {
  return {
    forFleet,

    read(file, folder) {
      const result = loadCluster(file, folder, fleet)
      const { defaulted } = result
      if (!result.ok) return { spec: undefined, diagnostics: result.diagnostics, defaulted }
      const folderPath = posix.dirname(file.path)
      const decrypts = fleet.spec.gitops.flux.decryption !== null
      const expected = withExpectedLinks(result.spec)
      const found = [...extraConflicts(expected), ...objectConflicts(expected, { decrypts })]
      const conflicts = found.map((conflict): Diagnostic => ({
        severity: 'error',
        ...conflict,
        file: posix.join(folderPath, conflict.file),
      }))
      const isOwn = (path: Path) => result.locate(path).file === undefined
      conflicts.push(...placed(result, alertConflicts(expected, isOwn)))
      if (conflicts.length > 0) return { spec: undefined, diagnostics: [...result.warnings, ...conflicts], defaulted }
      const { spec, warnings, locate } = result
      const all = [
        ...warnings,
        ...placed(result, [...ownedFlags(expected), ...relabelConflicts(expected), ...unreachedAddresses(expected)]),
      ]
      if (all.some(({ severity }) => severity === 'error')) return { spec: undefined, diagnostics: all, defaulted }
      return { spec, diagnostics: all, defaulted, locate, places: placesOf(result) }
    },

    report: (results) =>
      reportFleet(
        loaded,
        results.map(({ defaulted, ...result }) => ({
          ...result,
          defaulted: isDefaulted(defaulted) ? defaulted : undefined,
        })),
      ),

    dependsOnOthers,
    link: (all, names) => linkFleet(membersOf(all), names),
    linked: (spec, links) => (isLinks(links) ? { ...spec, links } : spec),

    remember: rememberedOf,
    understands: isClusterState,

    checkChange(member, last) {
      const before = placeBefore(last, member.spec.name)
      if (before !== null && 'code' in before) return [before]
      const skipped =
        (before === null ? null : refuseSkip(before, member.spec)) ??
        refuseSendingChange(last, member.spec) ??
        refuseGrpcTlsSkip(last, member.spec)
      return placed(member, [...(skipped === null ? [] : [skipped]), ...refuseWithoutHandover(last, member.spec)])
    },

    generate(member, patches) {
      const { path, spec } = member
      const state = desired(spec)
      const relative = patches.map((patch) => posix.relative(posix.dirname(path), patch.path))
      const patched = applyPatches(state, patches)
      return {
        files: clusterFiles(spec, relative, state, fleet, patched),
        // Of what a patch deletes, other stacks keep away too: who only reads this cluster does not read its patches.
        summary: fleetCluster(spec, deployed(spec, state), dependenciesOf(spec)),
        state: patched.state,
        objectCount: patched.state.objects.length + patched.state.configs.length + spec.objects.length,
        diagnostics: [
          ...tooLarge(patched.state, member),
          ...patched.findings,
          ...ofPatches(checkPatched(spec, state, patched)),
        ],
      }
    },

    view: fleetViewOf,

    summary: (spec) => fleetCluster(spec, deployed(spec), dependenciesOf(spec)),

    checkFleet: (all, summaries) =>
      onceInFleetFile([...checkFleet(membersOf(all)), ...stacksThatMeet(all, summaries.filter(isFleetCluster))]),

    shared: (summaries, links) => {
      const clusters = summaries.filter(isFleetCluster)
      return [overlays(clusters, fleet), ofClusters(clusters, links)]
    },
  }
}

/** What is wrong with a setting, before its place is known; an error unless it says otherwise. */
type Said = Pick<Diagnostic, 'code' | 'message' | 'remedy'> & {
  severity?: Diagnostic['severity']
  path: Path
  at?: 'key' | 'value'
}

/** Findings where their settings stand. */
function placed({ path: file, locate }: Pick<LoadedCluster, 'path' | 'locate'>, found: readonly Said[]): Diagnostic[] {
  return found.map(({ path, at, ...said }) => ({ severity: 'error', file, ...locate(path, at), ...said }))
}

function forFleet(text: Uint8Array | undefined): Bound<ClusterSpec> {
  const loaded = text === undefined ? noFleetFile : loadFleet(text)
  const { fleet, diagnostics } = loaded
  return { generator: fleet === undefined ? undefined : generatorOf(fleet, loaded), diagnostics }
}

/** ConfigMaps that the API server would not take, each at the setting that it comes from. */
function tooLarge(state: State, { path, spec, locate }: Member<ClusterSpec>): Diagnostic[] {
  return oversizedConfigMaps(state).map(({ name, ...said }) => {
    return { severity: 'error', file: path, ...locate(settingOf(name, spec)), ...said }
  })
}

/** What patches do to the rest of the cluster, each at its patch. */
function ofPatches(findings: readonly PatchFinding[]): Diagnostic[] {
  return findings.map(({ place: { file, line, column }, ...said }) => ({ file, line, column, ...said }))
}

/** The setting whose part a ConfigMap belongs to, by its name: `thanos-receive-limits` is one of `receive`. */
function settingOf(config: string, spec: ClusterSpec): string[] {
  const words = config.replace(/^thanos-/, '')
  const kebab = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const found = Object.keys(spec).filter((key) => words === kebab(key) || words.startsWith(`${kebab(key)}-`))
  return found.toSorted((one, other) => other.length - one.length).slice(0, 1)
}

/** Stacks on one Kubernetes cluster that would write over each other. */
function stacksThatMeet(members: readonly Compared[], summaries: readonly FleetCluster[]): Diagnostic[] {
  return meetingsOf(summaries).flatMap(({ name, first, what }): Diagnostic[] => {
    const member = members.find(({ path }) => path === clusterPath(name))
    if (member === undefined) return []
    const listed = what.slice(0, 4).map((claim) => claim.what)
    const instead = [...new Set(what.map((claim) => claim.instead))]
    return [
      {
        severity: 'error',
        code: 'stacks-meet',
        file: member.path,
        ...member.locate(['gitops', 'destination']),
        message:
          `clusters/${first} and clusters/${name} are deployed to one Kubernetes cluster, and would both have` +
          ` ${listed.join(', ')}${what.length > 4 ? ` and ${what.length - 4} more` : ''}`,
        remedy: `write another gitops.destination, or in one of the two: ${instead.join(', ')}`,
      },
    ]
  })
}

/** Views come back from threads without their type. */
function membersOf(all: readonly Compared[]): FleetMember[] {
  return all.flatMap(({ path, view, locate }) => (isFleetView(view) ? [{ path, spec: view, locate }] : []))
}

function isFleetView(view: object): view is FleetView {
  return 'externalLabels' in view && 'objectStore' in view
}

/** Summaries come back from threads without their type. */
function isFleetCluster(summary: object): summary is FleetCluster {
  return 'dependsOnPaths' in summary && 'scope' in summary
}

/** Links come back from threads without their type. */
function isLinks(value: object): value is Links {
  return 'reads' in value && 'writesTo' in value
}

function isDefaulted(value: object | undefined): value is Defaulted {
  return value !== undefined && 'mode' in value && 'unused' in value
}

function overlays(clusters: readonly FleetCluster[], fleet: Fleet): Unit {
  const files = new Map([...overlayFiles(fleet), ...gitopsFiles(clusters, fleet)])
  return { root: 'overlays', files, handWritten: [], deep: true }
}

/** What clusters are to each other, one by one. */
function pageLinks(links: Linked['links']): PageLink[] {
  return [...links].flatMap(([by, of]): PageLink[] => {
    if (!isLinks(of)) return []
    const link = (does: PageLink['does'], { name, host, port }: { name: string; host: string; port: number }) => {
      return { by, does, cluster: name, address: `${host}:${port}` }
    }
    return [
      ...of.reads.map((leaf) => link('reads', leaf)),
      ...(of.writesTo === null ? [] : [link('sends to', of.writesTo)]),
    ]
  })
}

/** The page of the fleet, and what the first lines of fleet.yaml and of each cluster.yaml name, for editors. */
function ofClusters(clusters: readonly FleetCluster[], links: Linked['links']): Unit {
  const texts = rememberedTexts('schemas', () => ({
    'clusters/cluster.schema.json': jsonSchema(),
    'clusters/fleet.schema.json': fleetSchemaText(),
  }))
  return {
    root: 'clusters',
    files: new Map([...Object.entries(texts), ['clusters/README.md', fleetPage(clusters, pageLinks(links))]]),
    handWritten: [fleetPath],
    deep: false,
  }
}

export default generatorOf(productFleet, noFleetFile)
