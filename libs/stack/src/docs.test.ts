import {
  type ClusterFolder,
  completeDefaults,
  fleetSchemaText,
  jsonSchema,
  loadCluster,
  loadFleet,
  modes,
  noLinks,
} from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { secretKeys } from '@thanos-fleet/object-store'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desired } from './desired.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Pages that are written by people; those of clusters and runbooks have their own tests. */
const pages = [
  ...globSync('*.md', { cwd: root }),
  ...globSync(['docs/*.md', 'docs/history/*.md'], { cwd: root }),
].toSorted()

interface Link {
  /** From the repository's root. */
  path: string
  anchor: string
}

function linksOf(page: string, text: string): Link[] {
  const targets = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '')
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#')
      return { path: path === '' ? page : join(dirname(page), path), anchor }
    })
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe.each(pages)('%s', (page) => {
  it('links to files and headings that exist', () => {
    for (const { path, anchor } of linksOf(page, read(page))) {
      expect(existsSync(join(root, path)), path).toBe(true)
      if (anchor !== '') expect(anchorsOf(read(path)), path).toContain(anchor)
    }
  })

  it('names no folder of a single machine', () => {
    expect(read(page)).not.toMatch(/(^|[\s(`"'])\/(root|work|home|Users|tmp)\//m)
  })
})

describe.each(['docs/history/defects.md', 'docs/wiring-rules.md'])('%s', (page) => {
  const rows = read(page)
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))

  it('has a row for every number, once and in order', () => {
    const last = page.includes('defects') ? 19 : 37
    expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  })

  it.each(rows.map((row) => [Number(row.split('|')[1]), row] as const))('%i names tests that exist', (_number, row) => {
    const links = linksOf(page, row).map(({ path }) => path)
    const tests = links.filter((path) => path.endsWith('.test.ts')).map(read)
    const names = [...row.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(names.length + links.filter((path) => path.includes('/fixtures/')).length).toBeGreaterThan(0)
    for (const name of names)
      expect(
        // A long call has its name on a line of its own.
        tests.some((text) => text.includes(`('${name}'`) || text.includes(`(\n  '${name}',`)),
        name,
      ).toBe(true)
  })
})

describe('README.md', () => {
  const readme = read('README.md')

  it('has quick-start commands that can be run one line at a time', () => {
    const section = /\n## Quick start\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
    const commands = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((match) =>
      (match[1] ?? '').trim().split('\n'),
    )
    expect(commands).toEqual(['npm ci && npx nx run gen:overlays', 'npm test'])
  })

  it('shows a whole cluster.yaml', () => {
    expect(readme).toContain(`\`\`\`yaml\n${exampleText('sidecar-mode')}\`\`\``)
  })
})

describe('docs/cluster-yaml.md', () => {
  const text = read('docs/cluster-yaml.md')

  it('has a section or a row for every setting of the top level', () => {
    const schema = JSON.parse(jsonSchema()) as { properties: Record<string, unknown> }
    const keys = Object.keys(schema.properties)
    expect(keys.length).toBeGreaterThan(20)
    for (const key of keys) expect(text, key).toMatch(new RegExp(`^(#+ .*|\\| )\`${key}\``, 'm'))
  })

  it('names every key of the Secret of every bucket', () => {
    for (const [type, keys] of Object.entries(secretKeys)) {
      const row = text.split('\n').findLast((line) => line.startsWith(`| \`${type}\` |`)) ?? ''
      for (const { key } of keys) expect(row, type).toContain(`\`${key}\``)
    }
  })

  const folder: ClusterFolder = {
    files: () => ['scrape/a.yaml', 'rules/a.yaml', 'global/a.yaml', 'dashboards/a.json', 'templates/a.tmpl'],
    read: (path) =>
      ({
        scrape: 'scrape_configs: []',
        rules: 'groups: []',
        global: 'groups: []',
        templates: '{{ define "a" }}{{ end }}',
        dashboards: '{ "title": "A" }',
      })[dirname(path)] ?? '',
  }
  const takenAsObject = (text: string) => {
    const own: ClusterFolder = { files: () => ['objects/a.yaml'], read: () => text }
    const whole = `name: eu-1\nmode: sidecar-mode\n${bucket}`
    const result = loadCluster({ path: 'clusters/eu-1/cluster.yaml', text: whole }, own)
    expect(result).toMatchObject({ ok: true, warnings: [], spec: { objects: [{ path: 'objects/a.yaml' }] } })
  }
  const bucket =
    'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }\n'
  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')

  it.each(examples.map((example, index) => [index + 1, example] as const))(
    'has examples that are taken without a warning: %i',
    (_number, example) => {
      if (example.startsWith('# objects/')) return takenAsObject(example)
      const head = /^mode:/m.test(example)
        ? ''
        : `name: eu-1\nmode: ${example.startsWith('# receive-mode') ? 'receive-mode' : 'sidecar-mode'}\n`
      const whole = `${head}${/^objectStore:/m.test(example) ? '' : bucket}${example}`
      expect(loadCluster({ path: 'clusters/eu-1/cluster.yaml', text: whole }, folder)).toMatchObject({
        ok: true,
        warnings: [],
      })
    },
  )
})

describe('docs/fleet-yaml.md', () => {
  const text = read('docs/fleet-yaml.md')

  it('has a section for every setting of the top level, and in it a row for every setting below', () => {
    const { properties = {} }: Schema = JSON.parse(fleetSchemaText())
    expect(Object.keys(properties)).toHaveLength(5)
    for (const [key, section] of Object.entries(properties)) {
      const own = text.split(`\n## \`${key}\`\n`)[1]?.split('\n## ')[0] ?? ''
      for (const row of rowsOf(section)) expect(own, `${key}: ${row}`).toMatch(new RegExp(`^\\| \`${row}\` \\|`, 'm'))
    }
  })

  const examples = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')

  it.each(examples.map((example, index) => [index + 1, example] as const))(
    'has examples that are taken without a warning: %i',
    (_number, example) => {
      expect(loadFleet(example).diagnostics).toEqual([])
    },
  )
})

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
}

/** The settings of a section as its table names them: those of an item, or `flux.name` where sections have sections. */
function rowsOf({ properties = {}, items }: Schema): string[] {
  if (items !== undefined) return rowsOf(items)
  return Object.entries(properties).flatMap(([key, { properties: inner }]) =>
    inner === undefined || key === 'modes' ? [key] : Object.keys(inner).map((name) => `${key}.${name}`),
  )
}

describe('docs/operations.md', () => {
  it('says of every ConfigMap whether its change restarts or reloads', () => {
    const rows = [...read('docs/operations.md').matchAll(/^\| (`.*`) \| (reload|restart) \|/gm)]
    const said = rows.flatMap(([, names = '', change = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, change]),
    )
    const extra = {
      scrapeJobs: [{ path: 'a.yaml', text: 'scrape_configs: []' }],
      rules: [{ path: 'b.yaml', text: 'groups: []' }],
      globalRules: [{ path: 'd.yaml', text: 'groups: []' }],
      dashboards: [{ path: 'c.json', text: '{}' }],
      alertTemplates: [{ path: 'e.tmpl', text: '{{ define "e" }}{{ end }}' }],
    }
    const real = modes.flatMap((mode) => {
      const spec = completeDefaults(mode, 'example')
      const compact = { ...spec.compact, shards: [{ name: 'a', label: 'cluster', values: ['example'] }] }
      const rule = { ...spec.rule, kind: mode === 'receive-mode' ? ('stateless' as const) : ('stateful' as const) }
      const links = { ...noLinks, writers: ['oslo'] }
      return desired({ ...spec, compact, rule, extra, links }).configs.map(({ name, onChange }): [string, string] => [
        name,
        onChange,
      ])
    })
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(real))
  })
})
