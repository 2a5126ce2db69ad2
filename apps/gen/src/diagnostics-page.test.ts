import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeGroups, explanationPage } from '@thanos-fleet/diagnostics'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const explained = codeGroups.flatMap(({ codes }) => Object.keys(codes))

/** An example of each code, from the expected reports of fixtures: the message and the remedy. */
const examples = new Map(
  globSync('libs/cluster-spec/fixtures/**/*expected.txt', { cwd: root })
    .toSorted()
    .flatMap((path) => [...read(path).matchAll(/^\S+: (?:error|warning): (.*) \[([a-z0-9-]+)\]\n {2}help: (.*)$/gm)])
    .map(([, message = '', code = '', help = '']): [string, { message: string; help: string }] => [
      code,
      { message, help },
    ])
    .toReversed(),
)

/** Codes as sources write them; an issue of zod has the code `custom`. */
function codesInSources(): string[] {
  const sources = globSync(['apps/gen/src/**/*.ts', 'libs/*/src/**/*.ts'], { cwd: root }).filter(
    (path) => !/\.test\.ts$|\/testing\/|testing\.ts$/.test(path),
  )
  const made = /(?:\bcode: |\berror\(\s*|\brefuse\(|\breport\([^'`]*|\bcode: .* \? )'([a-z0-9]+(?:-[a-z0-9]+)*)'/g
  return sources
    .flatMap((path) => [...read(path).matchAll(made)].map(([, code = '']) => code))
    .filter((code) => code !== 'custom')
}

function page(): string {
  const sections = codeGroups.flatMap(({ title, page, codes }) => [
    `## ${title}`,
    `Reference: [${page}](${page})`,
    ...Object.entries(codes).map(([code, why]) => {
      const example = examples.get(code)
      const lines =
        example === undefined
          ? ''
          : `\n\n\`\`\`text\nerror: ${example.message} [${code}]\n  help: ${example.help}\n\`\`\``
      return `### ${code}\n\n${why}${lines}`
    }),
  ])
  const introduction =
    'Every diagnostic of `gen` has a code, in brackets after its message. Codes are stable: suppressions and scripts can rely on them.\n' +
    'The `help:` line of a diagnostic says what to write; this page says why the rule exists, with an example.'
  return `${['# Diagnostics', introduction, ...sections].join('\n\n')}\n`
}

test('every code that the sources can report is explained', () => {
  const codes = codesInSources()
  expect(codes.length).toBeGreaterThan(100)
  expect([...new Set(codes)].filter((code) => !explained.includes(code))).toEqual([])
  expect([...examples.keys()].filter((code) => !explained.includes(code))).toEqual([])
})

test('no code is explained twice', () => {
  expect(explained.filter((code, index) => explained.indexOf(code) !== index)).toEqual([])
})

test('pages that the explanations refer to exist, with their anchors', () => {
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-')
  const missing = codeGroups.filter(({ page }) => {
    const [file = '', wanted] = page.split('#')
    const headings = [...read(`docs/${file}`).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading))
    return wanted !== undefined && !headings.includes(wanted)
  })
  expect(missing).toEqual([])
})

test('the page is up to date; `vitest -u` writes it', async () => {
  await expect(page()).toMatchFileSnapshot(join(root, explanationPage))
})
