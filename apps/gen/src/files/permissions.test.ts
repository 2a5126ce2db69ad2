import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listTree } from './tree.ts'
import { TestRepository } from '../testing/repository.ts'

/** Nobody: the administrator may read and write everything, so with its rights there would be nothing to see. */
const nobody = 65534

let repository: TestRepository
beforeAll(async () => {
  repository = new TestRepository()
  repository.cluster('eu-1', { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n' })
  repository.cluster('us-1', { 'a.yaml': 'a: 1\n' })
  // With this run everything is loaded that is needed afterwards.
  await repository.run()
  mkdirSync(join(repository.path, 'overlays/new'))
  if (process.getuid?.() !== 0) return
  for (const path of ['', ...listTree(repository.path, true).keys()])
    chownSync(join(repository.path, path), nobody, nobody)
  process.setgroups?.([])
  process.setgid?.(nobody)
  process.setuid?.(nobody)
})
afterAll(() => repository.remove())

async function withMode(path: string, mode: number, run: () => Promise<void>): Promise<void> {
  const before = path.endsWith('.yaml') ? 0o644 : 0o755
  chmodSync(join(repository.path, path), mode)
  await run().finally(() => chmodSync(join(repository.path, path), before))
}

test.each([
  ['clusters/eu-1/b', 0o555, 'unwritable clusters/eu-1/b'],
  ['clusters/eu-1', 0o555, 'unwritable clusters/eu-1'],
  ['clusters/us-1/cluster.yaml', 0o000, 'unreadable clusters/us-1/cluster.yaml'],
  ['clusters/us-1/a.yaml', 0o000, 'unreadable clusters/us-1/a.yaml'],
  ['clusters/us-1', 0o000, 'unreadable clusters/us-1'],
])('%s with mode %o stops the run before anything is written', async (path, mode, expected) => {
  repository.cluster('eu-1', { 'a.yaml': `a: ${path}\n`, 'b/c.yaml': `c: ${path}\n` })
  await withMode(path, mode, async () => {
    const before = repository.read('clusters/eu-1/a.yaml')
    const { diagnostics } = await repository.run()
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([expected])
    expect(repository.read('clusters/eu-1/a.yaml')).toBe(before)
  })
})
