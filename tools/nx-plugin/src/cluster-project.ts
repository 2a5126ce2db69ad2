import { posix } from 'node:path'
import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit'
import type { Generator } from './gen-project.ts'

/** What the plugin reads from a cluster.yaml, wrong as it may be. */
export interface ClusterFacts {
  mode: string | undefined
  ring: string | undefined
  /** Whether it may depend on other clusters, so that it is checked when one of them changes. */
  namesOthers: boolean
}

/** Reads top-level settings line by line: the plugin runs at every start of Nx, and a wrong file must not stop Nx. */
export function clusterFacts(text: string): ClusterFacts {
  return { mode: setting(text, 'mode'), ring: setting(text, 'ring'), namesOthers: mayNameOthers(text) }
}

/** What a cluster says of others: whom it reads, whom it sends to, and where others may send. */
const others: readonly RegExp[] = [
  /^\s+["']?clusters["']?:|[{,]\s*["']?clusters["']?:/m,
  /^["']?sendsTo["']?:|[{,]\s*["']?sendsTo["']?:/m,
  // A host, and not the list of ways out of Prometheus.
  /["']?remoteWrite["']?:[ \t]*["']?[a-z0-9]/,
]

function mayNameOthers(text: string): boolean {
  return others.some((pattern) => pattern.test(text))
}

function setting(text: string, key: string): string | undefined {
  return new RegExp(`^${key}:[ \\t]*["']?([a-z0-9-]+)["']?[ \\t]*(?:#.*)?$`, 'm').exec(text)?.[1]
}

/**
 * The project of one cluster: `nx affected -t validate` runs for it when its folder, the overlay of its mode, the bases
 * or the generator changed; and if it names other clusters when any of these changed, since all of a ring may be meant.
 *
 * @param file the path of its `cluster.yaml`, relative to the workspace
 * @param others the names of the other clusters
 * @param overlays the overlays that are projects, by their names
 */
export function clusterProject(
  file: string,
  facts: ClusterFacts,
  overlays: readonly string[],
  generator: Generator,
  others: readonly string[],
): ProjectConfiguration {
  const root = posix.dirname(file)
  const name = posix.basename(root)
  const { mode, ring, namesOthers } = facts
  const dependencies = overlays.filter((overlay) => overlay === mode).map(overlayName)
  const target = (command: string, description: string) =>
    generatorTarget(generator, `${command} ${name}`, facts, description)
  return {
    root,
    name: projectName(name),
    projectType: 'application',
    tags: [
      'type:cluster',
      ...(mode === undefined ? [] : [`mode:${mode}`]),
      ...(ring === undefined ? [] : [`ring:${ring}`]),
    ],
    implicitDependencies: ['gen', ...dependencies, ...(namesOthers ? others.map(projectName) : [])],
    targets: {
      check: target('check', 'Compares the committed files with what cluster.yaml asks for.'),
      validate: target('validate', 'Builds the cluster and checks it with the real tools.'),
    },
  }
}

/** The project of a mode's overlay, which builds on the bases. */
export function overlayProject(mode: string): ProjectConfiguration {
  return {
    root: `overlays/${mode}`,
    name: overlayName(mode),
    projectType: 'library',
    tags: ['type:overlay'],
    implicitDependencies: [basesName],
  }
}

/** The project of all bases. */
export function basesProject(): ProjectConfiguration {
  return {
    root: 'overlays/base',
    name: basesName,
    projectType: 'library',
    tags: ['type:overlay'],
    implicitDependencies: ['gen'],
  }
}

function projectName(cluster: string): string {
  return `cluster-${cluster}`
}

const basesName = 'overlays-base'

function overlayName(mode: string): string {
  return `overlay-${mode}`
}

/** Neither target declares outputs: a cache hit would restore them over hand-written files. */
function generatorTarget(
  generator: Generator,
  command: string,
  { mode = '*', namesOthers }: ClusterFacts,
  description: string,
): TargetConfiguration {
  const overlays = ['{workspaceRoot}/overlays/base/**/*', `{workspaceRoot}/overlays/${mode}/**/*`]
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: [
      '{projectRoot}/**/*',
      ...(namesOthers ? ['{workspaceRoot}/clusters/*/cluster.yaml'] : []),
      ...overlays,
      ...generator.inputs,
    ],
    outputs: [],
    options: { command: `${generator.command} ${command}`, cwd: '{workspaceRoot}' },
    metadata: { description },
  }
}
