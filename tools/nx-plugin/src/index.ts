import { createNodesFromFiles, type CreateNodes, type NxPlugin } from '@nx/devkit'
import { clusterFileGlob, clusterProject } from './cluster-project.ts'

const createNodes: CreateNodes = [
  clusterFileGlob,
  (files, options, context) =>
    createNodesFromFiles((file) => ({ projects: clusterProject(file) }), files, options, context),
]

/** Makes every folder with a `cluster.yaml` an Nx project, without an Nx file in it: Argo CD would take it for a manifest. */
const plugin: NxPlugin = { name: '@thanos-fleet/nx-plugin', createNodes }

export { createNodes }
export default plugin
