import type { NxPlugin } from '@nx/devkit'
import { createNodesFor } from './create-nodes.ts'

/** The plugin of a repository that installs the package: the lockfile says which generator, fleet.yaml is for all. */
const createNodes = createNodesFor(
  {
    command: 'thanos-fleet',
    inputs: ['{workspaceRoot}/package-lock.json', '{workspaceRoot}/clusters/fleet.yaml'],
  },
  { file: 'nx.json', root: 'clusters' },
)

const plugin: NxPlugin = { name: 'thanos-fleet/nx-plugin', createNodes }

export { createNodes }
export default plugin
