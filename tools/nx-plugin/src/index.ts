import { type CreateNodes, createNodesFromFiles, type NxPlugin, type ProjectConfiguration } from '@nx/devkit'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { basesProject, clusterFacts, clusterProject, overlayProject } from './cluster-project.ts'

const clusterFile = /^clusters\/[^/]+\/cluster\.yaml$/
const overlayFile = /^overlays\/[^/]+\/kustomization\.yaml$/

/**
 * Makes projects of the folders that the generator writes, without an Nx file in any of them: Argo CD would take it for
 * a manifest.
 */
const createNodes: CreateNodes = [
  '{clusters/*/cluster.yaml,overlays/*/kustomization.yaml}',
  (files, options, context) => {
    const overlays = files.filter((file) => overlayFile.test(file)).map((file) => posix.basename(posix.dirname(file)))
    const projectsOf = (file: string): ProjectConfiguration[] => {
      if (!clusterFile.test(file)) return [overlayProject(posix.basename(posix.dirname(file))), basesProject()]
      const text = readFileSync(join(context.workspaceRoot, file), 'utf8')
      return [clusterProject(file, clusterFacts(text), overlays)]
    }
    const byRoot = (projects: ProjectConfiguration[]) =>
      Object.fromEntries(projects.map((project) => [project.root, project]))
    return createNodesFromFiles((file) => ({ projects: byRoot(projectsOf(file)) }), files, options, context)
  },
]

const plugin: NxPlugin = { name: '@thanos-fleet/nx-plugin', createNodes }

export { createNodes }
export default plugin
