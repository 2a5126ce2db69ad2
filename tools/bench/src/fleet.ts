import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { randomCluster } from './clusters/cluster.ts'
import type { Command } from './process.ts'

/** A repository with nothing but the cluster.yaml of random clusters, and what was generated from them. */
export interface Fleet {
  folder: string
}

const workspace = resolve(import.meta.dirname, '../../..')

/** Writes the cluster.yaml files of a fleet into a new folder. */
export function createFleet(folder: string, size: number, seed: number): Fleet {
  for (let index = 0; index < size; index += 1) {
    const { name, text } = randomCluster(index, seed)
    mkdirSync(join(folder, 'clusters', name), { recursive: true })
    writeFileSync(join(folder, 'clusters', name, 'cluster.yaml'), text)
  }
  return { folder }
}

/** The names of the clusters. */
export function namesOf({ folder }: Fleet): string[] {
  const entries = readdirSync(join(folder, 'clusters'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

/** The command line of this repository, working in the fleet's folder. */
export function gen({ folder }: Fleet, command: string, ...args: string[]): Command {
  const program = join(workspace, 'apps/gen/src/main.ts')
  return { program: process.execPath, args: [program, command, '--repository', folder, ...args] }
}
