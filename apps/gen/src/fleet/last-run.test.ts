import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from '../testing/repository.ts'
import { remember, untouchedSince } from './last-run.ts'

let repository: TestRepository
const generator = 'fingerprint of the generator'
const known = () => untouchedSince(repository.path, generator).all !== undefined

beforeEach(async () => {
  repository = new TestRepository()
  repository.cluster('eu-1', { 'a.yaml': 'a: 1\n' })
  repository.cluster('us-1', { 'a.yaml': 'a: 1\n', 'b/c.yaml': 'c: 1\n' })
  await wait()
  remember(repository.path, generator, await repository.run())
})
afterEach(() => repository.remove())

/** Longer than a tick of the clock that stamps files. */
const wait = () => new Promise((resolve) => setTimeout(resolve, 40))

test('after a complete run it is known that nothing has to be done, and what the report says', () => {
  expect(untouchedSince(repository.path, generator).all?.units.map(({ report }) => report)).toMatchObject([
    { name: 'overlays', counts: { written: 0, unchanged: 1 } },
    { name: 'eu-1', mode: 'small', counts: { written: 0, unchanged: 2, removed: 0 } },
    { name: 'us-1', counts: { unchanged: 3 } },
  ])
})

test('another generator is a reason to run', () => {
  expect(untouchedSince(repository.path, 'another')).toEqual({ all: undefined, clusters: new Map() })
})

const changes: [string, () => void][] = [
  ['a cluster.yaml was edited', () => repository.cluster('eu-1', { 'a.yaml': 'a: 2\n' })],
  ['a generated file was edited', () => repository.write('clusters/us-1/b/c.yaml', 'c: 2\n')],
  ['a generated file was deleted', () => rmSync(join(repository.path, 'overlays/base/names'))],
  ['a patch was added', () => repository.write('clusters/us-1/patches/p.yaml', 'kind: x\n')],
  ['a cluster was added', () => repository.cluster('us-2', {})],
  ['a cluster was removed', () => rmSync(join(repository.path, 'clusters/us-1/cluster.yaml'))],
  ['a folder of clusters became a link', () => symlinkSync('eu-1', join(repository.path, 'clusters/eu-2'))],
  ['a killed run left temporary files', () => repository.write('clusters/us-1/.gen-999999999.tmp/0', 'half')],
  [
    'a file was edited to the same length, and its time put back',
    () => {
      const path = join(repository.path, 'clusters/eu-1/a.yaml')
      const { atime, mtime } = statSync(path)
      writeFileSync(path, 'a: 2\n')
      utimesSync(path, atime, mtime)
    },
  ],
]

test.each(changes)('not if %s', (_, change) => {
  expect(known()).toBe(true)
  change()
  expect(known()).toBe(false)
})

test('what a link points to is not looked at, so with links every run compares', async () => {
  mkdirSync(join(repository.path, 'clusters/eu-1/patches'))
  symlinkSync('../../us-1/a.yaml', join(repository.path, 'clusters/eu-1/patches/note.txt'))
  await wait()
  remember(repository.path, generator, await repository.run())
  expect(known()).toBe(false)
})
