import type { TargetConfiguration } from '@nx/devkit'

/** How the generator is called, and what its results depend on besides the files of clusters. */
export interface Generator {
  /** The start of a command line. */
  command: string
  /** Inputs in Nx's notation. */
  inputs: readonly string[]
}

const descriptions = {
  overlays: 'Writes what every cluster.yaml asks for: overlays/ and clusters/',
  check: 'Lists generated files that are missing, extra or changed',
  validate: 'Builds every cluster and checks it with the real tools',
  explain: 'Prints every setting of a cluster and where it comes from',
  'add-cluster': 'Writes a new cluster.yaml',
  merge: 'Merges a branch without conflicts in generated files, and generates again',
  migrate: 'Proposes the next step on the way to the other mode, and checks that the cluster is ready for it',
}

/** The targets of the project `gen`: the commands for the whole fleet. None is cached, since people edit beside it. */
export function genTargets({ command, inputs }: Generator): Record<string, TargetConfiguration> {
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [
      name,
      {
        executor: 'nx:run-commands',
        cache: false,
        // Nx works out a hash all the same, and for its own choice of inputs wants a project with files.
        inputs: [...inputs],
        options: { command: `${command} ${name}`, cwd: '{workspaceRoot}' },
        metadata: { description },
      },
    ]),
  )
}
