import type { NxPlugin } from '@nx/devkit'
import { createNodesFor } from './create-nodes.ts'

/** The plugin of this repository, where the generator runs from its sources and `generator` in nx.json names them. */
const createNodes = createNodesFor(
  { command: 'node apps/gen/src/main.ts', inputs: ['generator', '{workspaceRoot}/clusters/fleet.yaml'] },
  { file: 'apps/gen/package.json', root: 'apps/gen' },
)

const plugin: NxPlugin = { name: '@thanos-fleet/nx-plugin', createNodes }

export { createNodes }
export default plugin
