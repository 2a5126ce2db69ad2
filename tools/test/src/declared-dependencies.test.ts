import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const manifests = globSync('{apps,libs,libs/components,tools}/*/package.json', {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
})
const development = Object.keys(read('package.json').devDependencies ?? {})

interface Manifest {
  name: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

function read(path: string): Manifest {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** The packages that a source file imports, in any of the forms of an import. */
function importedPackages(text: string): string[] {
  const specifiers = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
  return specifiers.filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier)).map(packageOf)
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

test('every kind of import is seen', () => {
  const text =
    "import a from 'a'\nimport type { B } from '@b/b/c'\nimport {\n  C,\n} from 'c'\nexport * from 'd'\nawait import('e')\nimport './f.ts'\nimport 'node:fs'\n"
  expect(importedPackages(text)).toEqual(['a', '@b/b', 'c', 'd', 'e'])
})

test.each(manifests)('%s states every package that its sources import', (path) => {
  const { name, dependencies = {}, devDependencies = {} } = read(path)
  const stated = new Set([name, ...Object.keys(dependencies), ...Object.keys(devDependencies)])
  const files = globSync('**/*.ts', {
    cwd: join(root, dirname(path)),
    exclude: (file) => file.includes('node_modules'),
  })
  const missing = files.flatMap((file) => {
    // Tests may also use what the root gives everybody, such as vitest.
    const allowed = (imported: string) =>
      stated.has(imported) || (/\.test\.ts$|testing/.test(file) && development.includes(imported))
    return importedPackages(readFileSync(join(root, dirname(path), file), 'utf8'))
      .filter((imported) => !allowed(imported))
      .map((imported) => `${file} imports ${imported}`)
  })
  expect(missing).toEqual([])
})
