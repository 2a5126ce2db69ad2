import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCluster } from '@thanos-fleet/cluster-spec'
import { type InitOptions, planInit } from './plan.ts'

const workspace = resolve(import.meta.dirname, '../../../..')
const template = (path: string) => readFileSync(join(workspace, 'apps/gen/templates', path), 'utf8')

function plan(present: Record<string, string>, options: Partial<InitOptions> = {}) {
  const defaults: InitOptions = {
    folder: '/somewhere/Our Fleet',
    product: '0.1.0',
    pinned: { node: '24.0.0', nx: '23.0.0' },
    hasClusters: false,
    read: (path) => present[path],
    template,
  }
  const { files, diagnostics } = planInit({ ...defaults, ...options })
  return { files, diagnostics, text: (path: string) => files.find((file) => file.path === path)?.text ?? '' }
}

describe('an empty folder', () => {
  test('gets a package.json that names the product and what it is tested with, exactly', () => {
    expect(JSON.parse(plan({}).text('package.json'))).toEqual({
      name: 'our-fleet',
      private: true,
      allowScripts: { node: true, nx: true },
      devDependencies: { node: '24.0.0', nx: '23.0.0', 'thanos-fleet': '0.1.0' },
    })
  })

  test.each(['/x/thanos-fleet', '/x/Nx', '/', '/x/___'])(
    'a package.json of %s does not hide a dependency',
    (folder) => {
      expect(JSON.parse(plan({}, { folder }).text('package.json'))).toMatchObject({ name: 'fleet' })
    },
  )

  test('gets a first cluster that is valid', () => {
    const path = 'clusters/dev/cluster.yaml'
    expect(loadCluster({ path, text: plan({}).text(path) })).toMatchObject({ ok: true, warnings: [] })
  })

  test('gets actions of the versions that are in use here', () => {
    const actions = (text: string) => new Set(text.match(/actions\/[^\n]+/g))
    const ours = actions(readFileSync(join(workspace, '.github/workflows/ci.yml'), 'utf8'))
    expect([...actions(plan({}).text('.github/workflows/fleet.yml'))].filter((action) => !ours.has(action))).toEqual([])
  })
})

test('the documentation has a row for each file that is written', () => {
  const page = readFileSync(join(workspace, 'docs/own-repository.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const missing = plan({}).files.filter(({ path }) => !rows.some((row) => row.includes(`\`${path}\``)))
  expect(missing).toEqual([])
})

describe('what is there already', () => {
  test('versions, a workflow and clusters stay as they are', () => {
    const before = {
      'package.json': '{ "devDependencies": { "nx": "22.0.0" }, "allowScripts": { "nx": false } }',
      '.github/workflows/fleet.yml': 'mine\n',
    }
    const { files, text } = plan(before, { hasClusters: true })
    expect(JSON.parse(text('package.json'))).toMatchObject({
      devDependencies: { node: '24.0.0', nx: '22.0.0', 'thanos-fleet': '0.1.0' },
      allowScripts: { node: true, nx: false },
    })
    expect(files).toContainEqual({ path: '.github/workflows/fleet.yml', text: 'mine\n', action: 'kept' })
    expect(files.filter(({ path }) => path.startsWith('clusters/'))).toEqual([])
  })

  test('nx.json gets the plugin beside others, once', () => {
    const first = plan({ 'nx.json': '{ "plugins": ["other"] }' }).text('nx.json')
    expect(JSON.parse(first)).toEqual({ plugins: ['other', 'thanos-fleet/nx-plugin'] })
    expect(plan({ 'nx.json': first }).files).toContainEqual({ path: 'nx.json', text: first, action: 'kept' })
  })

  test('.gitignore gets the lines that it lacks', () => {
    expect(plan({ '.gitignore': 'mine\nnode_modules/' }).text('.gitignore')).toBe(
      'mine\nnode_modules/\n.tools/\n.nx/\n*.tmp\n',
    )
  })

  test.each(['package.json', 'nx.json'])('%s that is no JSON object is refused', (path) => {
    for (const text of ['{', '[]', 'null'])
      expect(plan({ [path]: text }).diagnostics).toMatchObject([{ code: 'json-syntax', file: path }])
  })
})
