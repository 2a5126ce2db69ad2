import { posix } from 'node:path'
import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit'

/** The files that declare a cluster, relative to the workspace. */
export const clusterFileGlob = 'clusters/*/cluster.yaml'

/**
 * The project of one cluster: `nx affected -t validate` runs for it when its folder or the generator changed.
 *
 * @param file the path of its `cluster.yaml`, relative to the workspace
 * @returns by the project's root, as Nx wants it
 */
export function clusterProject(file: string): Record<string, ProjectConfiguration> {
  const root = posix.dirname(file)
  const name = posix.basename(root)
  return {
    [root]: {
      root,
      name: `cluster-${name}`,
      projectType: 'application',
      tags: ['type:cluster'],
      implicitDependencies: ['gen'],
      targets: {
        check: generatorTarget('check', name, 'Compares the committed files with what cluster.yaml asks for.'),
        validate: generatorTarget('validate', name, 'Builds the cluster and checks it with the real tools.'),
      },
    },
  }
}

/** Neither target declares outputs: a cache hit would restore them over hand-written files. */
function generatorTarget(command: string, cluster: string, description: string): TargetConfiguration {
  return {
    executor: 'nx:run-commands',
    cache: true,
    inputs: ['{projectRoot}/**/*', '{workspaceRoot}/overlays/**/*', 'generator'],
    outputs: [],
    options: { command: `node apps/gen/src/main.ts ${command} ${cluster}`, cwd: '{workspaceRoot}' },
    metadata: { description },
  }
}
