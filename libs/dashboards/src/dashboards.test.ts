import { expect, test } from 'vitest'
import { dashboards } from './dashboards.ts'
import { queries, substitute } from './queries.ts'
import type { Panel } from './template.ts'
import { everything, exampleValues, modes } from './testing.ts'

interface Dashboard {
  uid: string
  title: string
  panels: Panel[]
  templating: { list: { name: string; datasource: { uid: string } }[] }
  links: { type: string; tags: string[] }[]
  tags: string[]
}

const parsed = (text: string | undefined): Dashboard => JSON.parse(text ?? 'null')
const shipped = modes.flatMap((mode) =>
  Object.entries(dashboards(everything(mode))).map(([file, text]) => ({ mode, file, text, dashboard: parsed(text) })),
)

test('a mode has the three common dashboards and its own', () => {
  expect(Object.keys(dashboards(everything('receive-mode')))).toEqual([
    'cluster.json',
    'nodes.json',
    'receive-mode.json',
    'thanos-overview.json',
  ])
  expect(Object.keys(dashboards(everything('dev-filesystem-objstore')))).toContain('dev-filesystem-objstore.json')
})

test('equal input gives equal text', () => {
  expect(dashboards(everything('sidecar-mode'))).toEqual(dashboards(everything('sidecar-mode')))
})

test('the dashboards of a mode fit into one ConfigMap that client-side apply can still annotate', () => {
  for (const mode of modes) {
    const bytes = Object.values(dashboards(everything(mode))).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(262_144)
  }
})

test('a section about an absent component is left out, and the panels below move up', () => {
  const { components, mode } = everything('sidecar-mode')
  const all = parsed(dashboards({ components, mode })['thanos-overview.json']).panels
  const without = new Set([...components].filter((name) => name !== 'memcached' && name !== 'thanos-rule'))
  const some = parsed(dashboards({ components: without, mode })['thanos-overview.json']).panels

  const titles = (panels: Panel[]) => panels.filter(({ type }) => type === 'row').map(({ title }) => title)
  expect(titles(all).filter((title) => !titles(some).includes(title))).toEqual(['memcached', 'Rule'])

  const last = (panels: Panel[]) => panels.at(-1)
  expect(last(some)?.title).toBe(last(all)?.title)
  expect(last(some)?.id).toBe(last(all)?.id)
  expect(last(some)?.gridPos.y).toBeLessThan(last(all)?.gridPos.y ?? 0)
})

test.each(shipped)('$mode: panels of $file have their own ids and places', ({ dashboard }) => {
  const ids = dashboard.panels.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(dashboard.panels.filter(({ gridPos: { x, w } }) => x < 0 || x + w > 24)).toEqual([])

  const taken = new Map<string, string>()
  for (const { title, gridPos } of dashboard.panels) {
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect(`${x},${y}: ${taken.get(`${x},${y}`) ?? title}`).toBe(`${x},${y}: ${title}`)
        taken.set(`${x},${y}`, title)
      }
    }
  }
})

test.each(shipped)('$mode: panels of $file ask the provisioned data source and explain themselves', ({ dashboard }) => {
  const panels = dashboard.panels.filter(({ type }) => type !== 'row')
  expect(panels.length).toBeGreaterThan(10)
  for (const panel of panels) {
    expect(panel).toMatchObject({
      datasource: { type: 'prometheus', uid: 'thanos' },
      title: expect.stringMatching(/./),
    })
    expect(panel).toMatchObject({ description: expect.stringMatching(/.{20}/) })
    expect(panel).toMatchObject({ fieldConfig: { defaults: { unit: expect.stringMatching(/./) } } })
  }
  for (const { datasource } of dashboard.templating.list) expect(datasource.uid).toBe('thanos')
})

test.each(shipped)('$mode: queries of $file use only variables that the dashboard defines', ({ text, dashboard }) => {
  const names = dashboard.templating.list.map(({ name }) => name)
  const variables = Object.fromEntries(names.map((name) => [name, 'x']))
  for (const { expr } of queries(text)) expect(substitute(expr, { ...exampleValues, variables })).not.toContain('$')
})

test('each dashboard has its own address, and all link to each other', () => {
  const byFile = new Map(shipped.map(({ file, dashboard }) => [file, dashboard]))
  const uids = [...byFile.values()].map(({ uid }) => uid)
  expect(new Set(uids).size).toBe(byFile.size)
  expect(uids.filter((uid) => !/^[a-z0-9-]{1,40}$/.test(uid))).toEqual([])
  for (const { links, tags } of byFile.values()) {
    expect(links).toMatchObject([{ type: 'dashboards', tags }])
    // At the top of the dashboard, and not in the menu of its controls.
    expect(links[0]).not.toHaveProperty('placement')
  }
})
