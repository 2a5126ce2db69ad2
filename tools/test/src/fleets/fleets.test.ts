import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fork } from './copy.ts'
import { foreignClusters } from './foreign.ts'

const root = resolve(import.meta.dirname, '../../../..')

/**
 * What may see the fleet although `no-fleet.ts` lets no test read it: links of pages to files, and Nx, whose graph has
 * a project for each cluster. `npm run test:fleets` runs everything.
 */
const dependent = ['stack/src/docs.test.ts', 'boundaries.test.ts', 'tools/nx-plugin', 'no-fleet.test.ts']

describe.each([
  ['no clusters', {}],
  ['ten foreign clusters', foreignClusters],
])('a fork with %s', (_, clusters) => {
  let folder: string
  beforeAll(() => {
    folder = fork(root, clusters)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function run(...command: string[]) {
    const path = `${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
    const env = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false', PATH: path }
    const { status, stdout, stderr } = spawnSync('node', command, { cwd: folder, env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('is generated, is then as generated, and builds into valid objects', { timeout: 600_000 }, () => {
    const gen = 'apps/gen/src/main.ts'
    expect(run(gen, 'overlays')).toMatchObject({ status: 0, stderr: '' })
    expect(run(gen, 'check')).toEqual({ status: 0, stdout: 'Generated files are up to date.\n', stderr: '' })
    const { status, stdout, stderr } = run(gen, 'validate', '--quick', '--format', 'json')
    expect(status, stderr).toBe(0)
    const reports: { cluster: string; objects: number }[] = JSON.parse(stdout)
    const expected = [...Object.keys(clusters), 'overlays/gitops/argocd', 'overlays/sidecar-mode']
    expect(reports.map(({ cluster }) => cluster)).toEqual(expect.arrayContaining(expected))
    expect(reports.filter(({ objects }) => objects === 0)).toEqual([])
  })

  test('passes the tests that could see its clusters', { timeout: 600_000 }, () => {
    const { status, stdout } = run('node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', ...dependent)
    expect(status, stdout.slice(-5000)).toBe(0)
  })
})
