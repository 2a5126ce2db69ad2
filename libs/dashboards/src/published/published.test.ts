import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dashboards } from '../dashboards.ts'
import { everything, modes } from '../testing.ts'
import { damages, type Mistake } from './damage.testing.ts'
import { samplesOf } from './samples.testing.ts'
import { compile } from './testing.ts'

const overlays = resolve(import.meta.dirname, '../../../../overlays')
// Clusters have these, or fewer of the same panels; that their files are what is made of that, `gen check` compares.
const files = globSync(
  ['base', ...modes].map((folder) => `${folder}/**/grafana-dashboards/*.json`),
  { cwd: overlays },
)
const shipped = [
  ...modes.flatMap((mode) =>
    Object.entries(dashboards(everything(mode))).map(([file, text]) => ({ name: `${mode}, ${file}`, text })),
  ),
  ...files.map((file) => ({ name: file, text: readFileSync(join(overlays, file), 'utf8') })),
]

const samples = samplesOf(shipped.map(({ text }) => text))
const damaged = new Map(
  samples.flatMap(({ name, value, about }) =>
    damages(value)
      .filter(({ at }) => at.startsWith(about))
      .map(({ mistake, at, value }) => {
        const place = `${name}${at.slice(about.length)}`
        return [`${mistake}: ${place}`, { mistake, place, value }] as const
      }),
  ),
)

// One run of the compiler for all tests: most of what it takes is to read the packages.
const sound = [...shipped.map(({ text }) => text), ...samples.map(({ value }) => JSON.stringify(value))]
const { complaints, unchecked } = compile([
  ...sound,
  ...[...damaged.values()].map(({ value }) => JSON.stringify(value)),
])

const places = (mistake: Mistake, refused: boolean): string[] =>
  [...damaged.values()].flatMap((damage, index) =>
    damage.mistake === mistake && (complaints[sound.length + index] ?? []).length > 0 === refused ? [damage.place] : [],
  )

test('dashboards of the overlays are found', () => {
  expect(files.map((file) => file.split('/')[0])).toEqual(expect.arrayContaining(['base', ...modes]))
})

test.each(shipped.map(({ name }, index) => ({ name, found: complaints[index] })))(
  '$name is of the type that Grafana publishes',
  ({ found }) => {
    expect(found).toEqual([])
  },
)

test('what is damaged below is sound before', () => {
  expect(complaints.slice(shipped.length, sound.length)).toEqual(samples.map(() => []))
  expect([...new Set(samples.map(({ name }) => name))].sort()).toEqual([
    'dashboard',
    'override',
    'row',
    'stat',
    'timeseries',
  ])
})

test('no member of the type takes whatever it is given', () => {
  expect(unchecked).toEqual([])
})

test('a misspelt member is refused wherever it is', () => {
  expect(places('misspelt member', true).length).toBeGreaterThan(100)
  expect(places('misspelt member', false)).toEqual([])
})

test('a value of another type is refused wherever it is', () => {
  expect(places('other type', true).length).toBeGreaterThan(100)
  expect(places('other type', false)).toEqual([])
})

test('a value that Grafana does not know is refused where it has a list of them', () => {
  expect(places('other value', true).sort()).toEqual([
    'dashboard.graphTooltip',
    'dashboard.links[].type',
    'dashboard.templating.list[].refresh',
    'dashboard.templating.list[].sort',
    'dashboard.templating.list[].type',
    'override.fieldConfig.defaults.unit',
    'override.fieldConfig.overrides[].properties[].id',
    'override.options.legend.displayMode',
    'override.options.legend.placement',
    'override.options.tooltip.mode',
    'override.options.tooltip.sort',
    'override.type',
    'row.type',
    'stat.fieldConfig.defaults.thresholds.mode',
    'stat.fieldConfig.defaults.unit',
    'stat.options.colorMode',
    'stat.options.graphMode',
    'stat.options.justifyMode',
    'stat.options.orientation',
    'stat.options.percentChangeColorMode',
    'stat.options.textMode',
    'stat.type',
    'timeseries.fieldConfig.defaults.custom.gradientMode',
    'timeseries.fieldConfig.defaults.custom.showPoints',
    'timeseries.fieldConfig.defaults.custom.stacking.mode',
    'timeseries.fieldConfig.defaults.unit',
    'timeseries.options.legend.displayMode',
    'timeseries.options.legend.placement',
    'timeseries.options.tooltip.mode',
    'timeseries.options.tooltip.sort',
    'timeseries.type',
  ])
})
