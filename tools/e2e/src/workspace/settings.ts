import { repositoryRoot } from '@thanos-fleet/cli-tools'
import type { Mode } from '@thanos-fleet/cluster-spec'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The test's settings of a mode. */
export function settingsOf(mode: Mode): Record<string, unknown> {
  const value: unknown = parse(readFileSync(join(repositoryRoot, `tools/e2e/settings/${mode}.yaml`), 'utf8'))
  if (typeof value !== 'object' || value === null) throw new TypeError(`settings/${mode}.yaml is no mapping`)
  return { ...value }
}
