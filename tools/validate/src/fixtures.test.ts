import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureTools } from '@thanos-fleet/cli-tools'
import { loadCluster } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkConfigurations } from './configuration.ts'
import { Programs } from './programs/index.ts'

/**
 * Every valid specification, started for real: each object store, hashrings in zones, shards, caches, TLS. What differs
 * between them are exactly the flags and files that a type cannot vouch for.
 */
const folder = join(import.meta.dirname, '../../../libs/cluster-spec/fixtures/valid')
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))

let tools: Awaited<ReturnType<typeof ensureTools>>
let programs: Programs

beforeAll(async () => {
  tools = await ensureTools(undefined, { log: () => undefined })
  programs = new Programs(tools)
}, 3_600_000)

/** The files that fixtures name in `extra`. */
const extra = {
  files: () => readdirSync(join(folder, '../files'), { recursive: true, encoding: 'utf8' }),
  read: (path: string) => readFileSync(join(folder, '../files', path)),
}

/** So that a fixture of which nothing is looked at fails: what each has at least, and what is left where all else is off. */
const usual = { programs: 10, files: 3 }
const onlyCore = { programs: 5, files: 2 }

describe('the programs themselves accept', () => {
  it.each(fixtures)(
    '%s',
    async (fixture) => {
      const loaded = loadCluster(
        { path: `clusters/${fixture}/cluster.yaml`, text: readFileSync(join(folder, `${fixture}.yaml`)) },
        extra,
      )
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
      const objects = rendered(desired(loaded.spec))
      const [started, configured] = await Promise.all([
        programs.check(fixture, objects),
        checkConfigurations(tools, fixture, objects),
      ])
      expect(started.failures).toEqual([])
      // The pinned tools are those of the channel `stable`.
      expect(started.unchecked.join()).not.toContain('the image has version')
      expect(configured.failures).toEqual([])
      const least = ['switched-off', 'sender'].includes(fixture) ? onlyCore : usual
      expect(started.started).toBeGreaterThanOrEqual(least.programs)
      expect(configured.checked).toBeGreaterThanOrEqual(least.files)
    },
    120_000,
  )
})
