import type { Path, Place, Places } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { PatchFile, State } from '@thanos-fleet/kustomize'
import type { Last } from '../files/last.ts'
import type { Remembered } from '../files/state-line.ts'
import type { Projection, Unit } from '../files/unit.ts'

/** What the shell has to know of a cluster. */
export interface Named {
  name: string
  mode: string
}

/** The files beside a cluster.yaml that people wrote. */
export interface Folder {
  /** Their paths from the folder, with `/`. */
  files(): readonly string[]
  read(path: string): Uint8Array
}

/** A `cluster.yaml`, from the repository's root. */
export interface ClusterFile {
  path: string
  text: Uint8Array
}

/** Where a setting of a `cluster.yaml` stands, or the nearest thing above it. */
export type Locate = (path: Path) => Place

/** A cluster that was read, with its positions for diagnostics. */
export interface Member<Spec extends Named> {
  /** Of its file, from the repository's root. */
  path: string
  spec: Spec
  locate: Locate
}

/** A cluster as it is compared with others. */
export interface Compared {
  /** Of its file, from the repository's root. */
  path: string
  /** What `view` gives; data that threads can be sent. */
  view: object
  /** Knows what `places` hold. */
  locate: Locate
}

/** A cluster that was understood, or why not. */
export interface Read<Spec extends Named> {
  /** Undefined if one of the diagnostics is an error. */
  spec: Spec | undefined
  diagnostics: Diagnostic[]
  /** What `report` has to know of the defaults that the cluster has from the fleet. */
  defaulted?: object | undefined
  /** Knows every position, but holds the parsed file: only for the work on this cluster. */
  locate?: Locate | undefined
  /** The positions that `checkFleet` may ask for; small, since they are kept for the whole fleet. */
  places?: Places | undefined
}

/** What a cluster comes to. */
export interface Generated {
  /** Everything that is generated in the cluster's folder, by path from the repository's root. */
  files: Projection
  /** What `shared` and `checkFleet` have to know of the cluster; small, since it is kept for the whole fleet. */
  summary: object
  /** What the cluster runs, its hand-written patches applied. */
  state: State
  /** How many objects the cluster runs, people's own among them. */
  objectCount: number
  /** Errors that only show in what the cluster runs, and those of its patches. */
  diagnostics: Diagnostic[]
}

/** What clusters that depend on others are to each other. */
export interface Linked {
  /** Of each cluster that depends on others, by its name; data that threads can be sent. */
  links: ReadonlyMap<string, object>
  diagnostics: Diagnostic[]
}

/** The names of a fleet, whether or not their files could be read. */
export interface Names {
  /** Of the folders with a cluster.yaml. */
  names: readonly string[]
  /** Of the folders whose cluster.yaml is gone, but not what was generated from it. */
  gone: readonly string[]
}

/** A generator that knows what the clusters of a fleet have in common. */
export interface Bound<Spec extends Named> {
  /** Undefined if nobody can say what they have in common. */
  generator: Generator<Spec> | undefined
  diagnostics: Diagnostic[]
}

/**
 * The pure core as the shell sees it: text in, text out. The real one is fleet/thanos-generator.ts; tests have a small
 * one of their own. Worker threads load it by the address of its module, whose default export it is.
 */
export interface Generator<Spec extends Named = Named> {
  /**
   * The same generator for the fleet of a `clusters/fleet.yaml`. Left out: there are no such files.
   * @param text of the file; undefined if there is none
   */
  forFleet?(text: Uint8Array | undefined): Bound<Spec>

  read(file: ClusterFile, folder: Folder): Read<Spec>

  /** Whether a cluster depends on others, so that it can only be generated with what `link` says of it. Left out: none does. */
  dependsOnOthers?(spec: Spec): boolean

  /** What clusters that depend on others are to each other. Left out: none depends on others. @param clusters all that were read */
  link?(clusters: readonly Compared[], names: Names): Linked

  /** A cluster with what `link` says of it. */
  linked?(spec: Spec, links: object): Spec

  /** What `checkChange` of a later run has to know of the cluster. Left out: every change may be made. */
  remember?(spec: Spec): Remembered

  /** Whether a state is one that `remember` can have given. Left out: any is. */
  understands?(state: Remembered): boolean

  /**
   * Errors of the way from what was generated last to what is generated now, and of not knowing what that was.
   * @param last what `remember` gave to the run that generated the cluster last
   */
  checkChange?(cluster: Member<Spec>, last: Last): Diagnostic[]

  /** @param patches the hand-written patches, in the order in which they are applied */
  generate(cluster: Member<Spec>, patches: readonly PatchFile[]): Generated

  /** What comparing a cluster with others takes of it; small, since it is kept for the whole fleet. */
  view(spec: Spec): object

  /** The summary that `generate` gives, for a cluster that is only read. */
  summary(spec: Spec): object

  /**
   * All diagnostics of reading the fleet: those of its common file once, those of clusters behind them. Left out: those
   * of the clusters are all.
   * @param results of all clusters of the fleet
   */
  report?(
    results: readonly { name: string; diagnostics: readonly Diagnostic[]; defaulted: object | undefined }[],
  ): Diagnostic[]

  /**
   * Errors that only several clusters together can have.
   * @param clusters all of the fleet
   * @param summaries of the clusters
   */
  checkFleet(clusters: readonly Compared[], summaries: readonly object[]): Diagnostic[]

  /**
   * What belongs to no single cluster.
   *
   * @param summaries of all clusters
   * @param links what `link` says
   */
  shared(summaries: readonly object[], links: Linked['links']): Unit[]
}
