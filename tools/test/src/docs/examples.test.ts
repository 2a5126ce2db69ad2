import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clusterOf, clustersIn, type Example, examplesOf, ringsOf } from './examples.ts'

const root = resolve(import.meta.dirname, '../../../..')
const examples = examplesOf(root)

/** What the first lines of a block tell of it. The first that fits counts; a block that fits none fails a test. */
const kinds: readonly { kind: 'fleet' | 'patch' | 'object' | 'elsewhere' | 'cluster'; page: RegExp; text: RegExp }[] = [
  { kind: 'fleet', page: /^docs\/fleet-yaml\.md/, text: /^(#.*\n)*(repository|gitops|rings|versions|defaults):/ },
  { kind: 'fleet', page: /^(README|docs\/own-repository)\.md/, text: /^# .*fleet\.schema\.json/ },
  { kind: 'patch', page: /^docs\/gen\.md/, text: /^apiVersion: networking/ },
  { kind: 'object', page: /^docs\/cluster-yaml\.md/, text: /^# objects\// },
  // A kustomization in a repository of somebody's own: overlay.test.ts of libs/kustomize builds such a one.
  { kind: 'elsewhere', page: /^README\.md/, text: /^apiVersion: kustomize/ },
  {
    kind: 'cluster',
    page: /^(README|docs\/(cluster-yaml|gen|many-clusters|migration|operations))\.md/,
    text: /^(#.*\n)*[a-zA-Z]+:/,
  },
]

const kindOf = ({ where, text }: Example) =>
  kinds.find((one) => one.page.test(where) && one.text.test(text))?.kind ?? 'unknown'

const of = (kind: ReturnType<typeof kindOf>) => examples.filter((example) => kindOf(example) === kind)

/** Files that examples name. */
const extraFiles = {
  'scrape/a.yaml': 'scrape_configs: [{ job_name: own, static_configs: [] }]\n',
  'rules/a.yaml': 'groups: [{ name: own, rules: [{ record: own:up:count, expr: count(up) }] }]\n',
  'global/a.yaml': 'groups: [{ name: own-global, rules: [{ record: own:up:sum, expr: sum(up) }] }]\n',
  'templates/a.tmpl': '{{ define "own" }}{{ .Status }}{{ end }}\n',
  'dashboards/a.json': '{ "title": "Own", "uid": "own", "panels": [] }\n',
}

test('every block of YAML on a page is an example of something known', () => {
  expect(of('unknown').map(({ where }) => where)).toEqual([])
  expect(of('cluster').length).toBeGreaterThan(20)
})

describe('a fleet of the examples of cluster.yaml on all pages', () => {
  let folder: string
  beforeAll(() => {
    folder = repositoryOf(Object.fromEntries(of('cluster').map((example) => [example.name, clusterOf(example)])))
    for (const { name, text } of of('cluster')) {
      if (/^extra:/m.test(text)) {
        for (const [path, content] of Object.entries(extraFiles)) write(`clusters/${name}/${path}`, content)
      }
    }
    const [patched] = of('cluster')
    for (const { name, text } of of('object')) write(`clusters/${patched?.name}/objects/${name}.yaml`, text)
    for (const { name, text } of of('patch')) write(`clusters/${patched?.name}/patches/${name}.yaml`, text)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function write(path: string, text: string) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  test('is generated without a warning, and every program takes what it is given', { timeout: 600_000 }, () => {
    expect(gen(folder, 'overlays', '--format', 'json')).toMatchObject({ status: 0, stderr: '' })
    const { status, stdout, stderr } = gen(folder, 'validate', '--format', 'json')
    expect(status, stdout + stderr).toBe(0)
    const reports: { cluster: string; objects: number }[] = JSON.parse(stdout)
    const names = reports.filter(({ objects }) => objects > 0).map(({ cluster }) => cluster)
    expect(names).toEqual(expect.arrayContaining(of('cluster').map(({ name }) => name)))
  })
})

describe('the examples of fleet.yaml', () => {
  test.each(of('fleet').map(({ where, text }) => [where, text] as const))(
    '%s is accepted for a fleet of its rings',
    { timeout: 300_000 },
    (_where, text) => {
      const folder = repositoryOf(clustersIn(ringsOf(text)))
      try {
        writeFileSync(join(folder, 'clusters/fleet.yaml'), text)
        expect(gen(folder, 'overlays', '--format', 'json')).toMatchObject({ status: 0, stderr: '' })
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})

/** A folder with these clusters and nothing else. */
function repositoryOf(clusters: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'thanos-fleet-examples-')))
  for (const [name, text] of Object.entries(clusters)) {
    mkdirSync(join(folder, 'clusters', name), { recursive: true })
    writeFileSync(join(folder, 'clusters', name, 'cluster.yaml'), text)
  }
  return folder
}

function gen(folder: string, ...args: string[]) {
  const command = [join(root, 'apps/gen/src/main.ts'), ...args, '--repository', folder]
  return spawnSync(process.execPath, command, { env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8' })
}
