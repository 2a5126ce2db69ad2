import { type Mode, modes } from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { merge } from './merge.ts'
import { settingsOf } from './settings.ts'

/** The clusters that are tested: the example of each mode, and one with everything switched on. */
export const clusterNames = [...modes, 'everything'] as const

/** The name of a cluster under test. */
export type ClusterName = (typeof clusterNames)[number]

/** The `cluster.yaml` of a cluster under test, but for what depends on the machines. */
export function clusterText(name: ClusterName): string {
  if (name !== 'everything') return merge(exampleText(name), settingsOf(name))
  return readFileSync(join(repositoryRoot, 'tools/e2e/settings/everything.yaml'), 'utf8')
}

/** The mode of a cluster under test. */
export function modeOf(name: ClusterName): Mode {
  return name === 'everything' ? 'receive-mode' : name
}

/** Whether a check that says for which clusters it is has something to prove here: what holds in a mode holds with everything on. */
export function provenIn(clusters: readonly ClusterName[], name: ClusterName): boolean {
  return clusters.includes(name) || clusters.includes(modeOf(name))
}
