import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { Project } from 'ts-morph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { camelCase, readOrder } from './order.ts'
import { scaffold, type Touched } from './scaffold.ts'

/** A name that no component has, whatever was scaffolded before: the copy is of the working tree. */
const name = 'scaffolded-by-test'

let root: string
let touched: Touched
const text = (file: string) => readFile(path.join(root, file), 'utf8')

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'component-'))
  await cp(path.join(repositoryRoot, 'libs'), path.join(root, 'libs'), {
    recursive: true,
    filter: (file) => !file.includes('node_modules'),
  })
  await symlink(path.join(repositoryRoot, 'node_modules'), path.join(root, 'node_modules'))
  touched = await scaffold(root, readOrder(name, 'quay.io/example/scaffolded-by-test:v0.28.0', '9115'))
})

afterAll(() => rm(root, { recursive: true }))

/** The type errors of the files, with the packages of the workspace taken from the copy. */
function typeErrors(files: readonly string[]): string[] {
  const project = new Project({
    tsConfigFilePath: path.join(repositoryRoot, 'tsconfig.json'),
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      paths: { '@thanos-fleet/*': [`${root}/libs/*/src/index.ts`, `${root}/libs/components/*/src/index.ts`] },
    },
  })
  const sources = files.map((file) => project.addSourceFileAtPath(path.join(root, file)))
  return sources.flatMap((source) =>
    project
      .getProgram()
      .getSemanticDiagnostics(source)
      .map((diagnostic) => `${source.getBaseName()}: ${project.formatDiagnosticsWithColorAndContext([diagnostic])}`),
  )
}

describe('a new component', () => {
  it('compiles, and so does all that lists components', () => {
    const sources = [...touched.created, ...touched.changed].filter((file) => file.endsWith('.ts'))
    expect(sources).toHaveLength(5)
    expect(typeErrors(sources)).toEqual([])
  })

  it('is one line in each registry', async () => {
    expect(await text('libs/catalog/src/components.ts')).toMatch(
      / {2}'scaffolded-by-test': \{\n {4}\.\.\.usual, title: 'Scaffolded by test', service: 'scaffolded-by-test', ports: \{ http: 9115 \}, metrics: 'http',\n[^}]*\n {2}\},\n\} as const/,
    )
    expect(await text('libs/stack/src/stack-components.ts')).toContain(`  'scaffolded-by-test': scaffoldedByTest,\n}`)
    expect(await text('libs/stack/src/stack-components.ts')).toContain(
      `import { scaffoldedByTest } from '@thanos-fleet/scaffolded-by-test'\nimport`,
    )
    expect(JSON.parse(await text('libs/stack/package.json'))).toMatchObject({
      dependencies: { '@thanos-fleet/scaffolded-by-test': '*' },
    })
    expect(JSON.parse(await text('libs/images/versions.json'))).toMatchObject({
      images: { 'scaffolded-by-test': 'quay.io/example/scaffolded-by-test' },
      channels: { stable: { 'scaffolded-by-test': { tag: 'v0.28.0' } } },
    })
  })

  it('leaves every other line of the registries as it was', async () => {
    for (const file of touched.changed) {
      const lines = new Set((await text(file)).split('\n'))
      const before = (await readFile(path.join(repositoryRoot, file), 'utf8')).split('\n')
      const lost = before.filter((line) => !lines.has(line) && !lines.has(`${line},`))
      expect(lost, file).toEqual([])
    }
  })

  it('cannot take the name of another package', async () => {
    await expect(scaffold(root, readOrder('flags', undefined))).rejects.toThrow('libs/flags')
    await expect(scaffold(root, readOrder(name, undefined))).rejects.toThrow('taken')
  })
})

describe('an order', () => {
  it.each(['', 'Upper', '-x', 'a--b', 'a_b', '../x', 'x'.repeat(41)])('refuses the name "%s"', (name) => {
    expect(() => readOrder(name, undefined)).toThrow('name')
  })

  it.each(['nginx', 'docker.io/nginx', 'docker.io/nginx:'])('refuses the image "%s"', (image) => {
    expect(() => readOrder('web', image)).toThrow('host/path:tag')
  })

  it.each(['80', '70000', 'http'])('refuses the port %s', (port) => {
    expect(() => readOrder('web', undefined, port)).toThrow('port')
  })

  it('names functions in camel case', () => {
    expect(camelCase('thanos-tools-2')).toBe('thanosTools2')
  })
})
