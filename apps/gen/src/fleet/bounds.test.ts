import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exitCode } from '../exit-codes.ts'
import { exitCodeOf } from '../output/exit.ts'
import { TestRepository } from '../testing/repository.ts'
import { readPatches } from './patch-files.ts'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  repository.cluster('t', { 'a.yaml': 'a: 1\n' })
})
afterEach(() => repository.remove())

const patch = 'clusters/t/patches/p.yaml'
const head = 'apiVersion: v1\nkind: Service\nmetadata: { namespace: monitoring, name: thanos-query }\n'

/** Nine aliases a level, nine levels: 600 bytes that say 9^9 entries. */
const bomb = Array.from({ length: 9 }, (_, level) => {
  const entries =
    level === 0
      ? 'x'
      : Array(9)
          .fill(`*l${level - 1}`)
          .join(', ')
  return `l${level}: &l${level} [${entries}]\n`
}).join('')

describe('a patch has the bounds that a cluster.yaml has', () => {
  test.each([
    ['an alias bomb', head + bomb, 'anchor-bomb', 5],
    ['one in a second document', `${head}---\n${head}${bomb}`, 'anchor-bomb', 9],
    ['an alias of its own anchor', `${head}spec: &self { a: *self }\n`, 'anchor-bomb', 4],
    ['very many aliases', `${head}a: &a x\nspec: [${Array(60).fill('*a').join(', ')}]\n`, 'anchor-bomb', 5],
    ['an alias without anchor', `${head}spec: *nowhere\n`, 'unknown-alias', 4],
    ['deep nesting', `${head}spec: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, 'nested-too-deep', 4],
    ['endless brackets', `${head}spec: ${'['.repeat(20_000)}\n`, 'nested-too-deep', 4],
    ['a key that objects lose', `${head}spec: { selector: { __proto__: a } }\n`, 'reserved-key', 4],
    ['a merge key of no mapping', `${head}spec: { <<: 4 }\n`, 'yaml-syntax', 1],
    ['a key twice', `${head}kind: Service\n`, 'duplicate-key', 4],
    ['too many bytes', `${head}# ${'x'.repeat(2 ** 20)}\n`, 'file-too-large', undefined],
  ])('%s', async (_, text, code, line) => {
    repository.write(patch, text)
    const before = repository.state()
    const { diagnostics } = await repository.run()
    // Without the column: where brackets exhaust the stack depends on how much of it was left.
    const expected = [{ code, file: patch, ...(line === undefined ? {} : { line }) }]
    expect(diagnostics).toMatchObject(expected)
    expect((await repository.run({ mode: 'check' })).diagnostics).toMatchObject(expected)
    expect(exitCodeOf(diagnostics)).toBe(exitCode.badInput)
    expect(repository.state()).toEqual(before)
    // What is about to build the patches with kustomize reads them in this way too.
    const found: typeof diagnostics = []
    expect(readPatches(repository.path, 'clusters/t', found)).toEqual([])
    expect(found).toMatchObject(expected)
  })

  test('and plain reuse, several documents and merge keys stay possible', async () => {
    const names = 'namespace: monitoring, name: thanos-query'
    const metadata = `metadata: { ${names}, labels: &l { a: b }, annotations: { <<: *l } }\n`
    repository.write(patch, `apiVersion: v1\nkind: Service\n${metadata}---\n${head}`)
    expect((await repository.run()).diagnostics).toEqual([])
  })
})

describe('what is no file is refused without being opened', () => {
  const make: Record<string, (path: string) => void> = {
    'named pipe': (path) => execFileSync('mkfifo', [path]),
    folder: (path) => mkdirSync(path),
    'link to a named pipe': (path) => {
      execFileSync('mkfifo', [join(repository.path, 'pipe')])
      symlinkSync(join(repository.path, 'pipe'), path)
    },
  }

  test.each(
    [patch, 'clusters/t/cluster.yaml', 'clusters/t/mine.rules'].flatMap((path) =>
      Object.keys(make).map((kind): [string, string] => [kind, path]),
    ),
  )('a %s as %s', async (kind, path) => {
    repository.cluster('t', {}, path.endsWith('.rules') ? { include: 'mine.rules' } : {})
    mkdirSync(join(repository.path, 'clusters/t/patches'))
    rmSync(join(repository.path, path), { force: true })
    make[kind]?.(join(repository.path, path))
    const before = repository.state()
    const { diagnostics } = await repository.run()
    expect(diagnostics).toMatchObject([{ code: 'not-a-file', file: path }])
    expect(diagnostics[0]?.message).toContain(kind.replace('link to a ', ''))
    expect(exitCodeOf(diagnostics)).toBe(exitCode.fileSystem)
    expect(repository.state()).toEqual(before)
  })

  test('a socket as a patch', async () => {
    mkdirSync(join(repository.path, 'clusters/t/patches'))
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(repository.path, patch), resolve))
    const { diagnostics } = await repository.run()
    expect(diagnostics).toMatchObject([{ code: 'not-a-file', file: patch, message: expect.stringContaining('socket') }])
    server.close()
  })

  test('a named pipe among the clusters', async () => {
    execFileSync('mkfifo', [join(repository.path, 'clusters/pipe')])
    const { diagnostics } = await repository.run()
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'loose-file', file: 'clusters/pipe' }])
  })
})
