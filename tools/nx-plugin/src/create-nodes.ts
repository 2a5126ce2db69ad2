import type { CreateNodes, CreateNodesResult, ProjectConfiguration } from '@nx/devkit'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { basesProject, clusterFacts, clusterProject, overlayProject } from './cluster-project.ts'
import { type Generator, genTargets } from './gen-project.ts'

const clusterFile = /^clusters\/[^/]+\/cluster\.yaml$/
const overlayFile = /^overlays\/[^/]+\/kustomization\.yaml$/

/** The project of the generator itself. */
export interface GenProject {
  /** A file that is always there; it makes the project known. */
  file: string
  /** Every cluster depends on the files below it that are in no other project. */
  root: string
}

/**
 * Makes projects of the generator and of the folders that it writes, without an Nx file in any of them: Argo CD would
 * take it for a manifest. Nothing of Nx is loaded at run time, so that the package needs none of its own.
 */
export function createNodesFor(generator: Generator, gen: GenProject): CreateNodes {
  return [
    `{clusters/*/cluster.yaml,overlays/*/kustomization.yaml,${gen.file}}`,
    (files, _options, { workspaceRoot }) => {
      const overlays = files.filter((file) => overlayFile.test(file)).map(nameOf)
      const clusters = files.filter((file) => clusterFile.test(file)).map(nameOf)
      const projectsOf = (file: string): ProjectConfiguration[] => {
        if (file === gen.file) return [{ root: gen.root, name: 'gen', targets: genTargets(generator) }]
        if (overlayFile.test(file)) return [overlayProject(nameOf(file)), basesProject()]
        if (!clusterFile.test(file)) return []
        const text = readFileSync(join(workspaceRoot, file), 'utf8')
        const others = clusters.filter((name) => name !== nameOf(file))
        return [clusterProject(file, clusterFacts(text), overlays, generator, others)]
      }
      return files.map((file) => [file, nodesOf(projectsOf(file))] as const)
    },
  ]
}

/** The folder of a file, which is the name of what it is about. */
function nameOf(file: string): string {
  return posix.basename(posix.dirname(file))
}

function nodesOf(projects: readonly ProjectConfiguration[]): CreateNodesResult {
  return { projects: Object.fromEntries(projects.map((project) => [project.root, project])) }
}
