import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Files, filesBelow, putFiles } from '../testing/generated-folder.ts'
import { TestRepository } from '../testing/repository.ts'
import { Git } from './git.ts'
import { merge } from './merge.ts'

let repository: TestRepository
let git: Git
beforeEach(() => {
  repository = new TestRepository()
  git = new Git(repository.path)
  git.run(['init', '--quiet', '--initial-branch=ours'])
  for (const [key, value] of [
    ['user.name', 'A team'],
    ['user.email', 'team@example.com'],
  ] as const) {
    git.run(['config', key, value])
  }
})
afterEach(() => repository.remove())

const put = (folder: string, files: Files) => putFiles(repository, folder, files)
const filesOf = (folder: string) => filesBelow(repository, folder)

function commit(message: string): void {
  git.run(['add', '--all'])
  git.run(['commit', '--quiet', '--allow-empty', '-m', message])
}

function removed(...paths: string[]): void {
  git.run(['rm', '-r', '--quiet', ...paths])
}

/** Makes a history of two sides, and merges. */
function merged(base: () => void, ours: () => void, theirs: () => void, options = { release: false }) {
  base()
  commit('base')
  git.run(['checkout', '--quiet', '-b', 'theirs'])
  theirs()
  commit('theirs')
  git.run(['checkout', '--quiet', 'ours'])
  ours()
  commit('ours')
  return merge(git, { name: 'theirs', ...options })
}

const long = Array.from({ length: 20 }, (_, line) => `line: ${line}\n`).join('')
const clean = { kind: 'merged', conflicts: [] }

describe('a branch of the same fleet', () => {
  test('lines that both generated are never mixed', () => {
    const both = (first: string, last: string) => put('overlays', { 'base.yaml': `${first}\n${long}${last}\n` })
    const result = merged(
      () => both('a', 'a'),
      () => both('b', 'a'),
      () => both('a', 'b'),
    )
    expect(result).toMatchObject(clean)
    expect(repository.read('overlays/base.yaml')).toBe(`b\n${long}a\n`)
  })

  test('a cluster that only the branch generated again is taken with the state it had there', () => {
    const at = (step: number) => put('clusters/a', { yaml: `step: ${step}\n`, state: { step }, 'a.yaml': `${step}\n` })
    expect(
      merged(
        () => at(1),
        () => undefined,
        () => at(3),
      ),
    ).toMatchObject(clean)
    expect(repository.read('clusters/a/a.yaml')).toBe('3\n')
    expect(repository.read('clusters/a/.generated')).toContain('"step":3')
  })

  test('a cluster that both generated again has the state of the side that moved it', () => {
    const at = (step: number, text: string) =>
      put('clusters/a', { yaml: `step: ${step}\n`, state: { step }, 'a.yaml': text })
    expect(
      merged(
        () => at(1, 'a\n'),
        () => at(1, 'ours\n'),
        () => at(2, 'theirs\n'),
      ),
    ).toMatchObject(clean)
    expect(repository.read('clusters/a/.generated')).toContain('"step":2')
    expect(repository.read('clusters/a/.generated')).not.toContain('"step":1')
  })

  test('two states that differ are both kept, for the generator to refuse', () => {
    const at = (step: number) => put('clusters/a', { yaml: `step: ${step}\n`, state: { step }, 'a.yaml': `${step}\n` })
    expect(
      merged(
        () => at(1),
        () => at(2),
        () => at(3),
      ),
    ).toMatchObject({ conflicts: ['clusters/a/cluster.yaml'] })
    expect(repository.read('clusters/a/.generated')).toMatch(/"step":3.*\n.*"step":2/)
  })

  test('a cluster that one side removed is gone with all that was generated for it', () => {
    const at = (text: string) => put('clusters/a', { yaml: 'a: 1\n', 'a.yaml': text, 'b.yaml': long })
    expect(
      merged(
        () => at('a\n'),
        () => removed('clusters/a'),
        () => at('b\n'),
      ),
    ).toMatchObject(clean)
    expect(filesOf('clusters')).toEqual([])
  })

  test('a cluster that one side removed and the other edited is left to people', () => {
    const at = (text: string) => put('clusters/a', { yaml: text, 'a.yaml': text })
    const result = merged(
      () => at('a\n'),
      () => removed('clusters/a'),
      () => at('b\n'),
    )
    expect(result).toMatchObject({ kind: 'merged', conflicts: ['clusters/a/cluster.yaml'] })
    expect(repository.read('clusters/a/cluster.yaml')).toBe('b\n')
  })

  test('a change of a cluster that was removed never becomes one of a cluster that is like it', () => {
    const at = (name: string, yaml: string) => put(`clusters/${name}`, { yaml, 'a.yaml': yaml })
    const result = merged(
      () => at('a', long),
      () => (removed('clusters/a'), at('b', long)),
      () => at('a', `${long}more: 1\n`),
    )
    expect(result).toMatchObject({ conflicts: ['clusters/a/cluster.yaml'] })
    expect(repository.read('clusters/b/cluster.yaml')).toBe(long)
  })

  test('a file that people wrote where the branch generates one is left to people', () => {
    const base = () => put('overlays', { 'a.yaml': 'a\n' })
    const ours = () => repository.write('overlays/b.yaml', 'written\n')
    const result = merged(base, ours, () => put('overlays', { 'a.yaml': 'a\n', 'b.yaml': 'b\n' }))
    expect(result).toMatchObject({ conflicts: ['overlays/b.yaml'] })
    expect(git.run(['show', ':2:overlays/b.yaml']).toString()).toBe('written\n')
  })
})

describe('a release', () => {
  const example = (name: string, yaml: string) => put(`clusters/${name}`, { yaml, 'a.yaml': yaml })
  const release = { release: true }

  test('does not change a cluster that is like an example', () => {
    const result = merged(
      () => example('a', long),
      () => (removed('clusters/a'), example('b', long)),
      () => example('a', `${long}more: 1\n`),
      release,
    )
    expect(result).toMatchObject({ ...clean, notes: ['clusters/a: an example that you removed; it stays removed'] })
    expect(filesOf('clusters')).toEqual(['b/.generated', 'b/a.yaml', 'b/cluster.yaml'])
    expect(repository.read('clusters/b/cluster.yaml')).toBe(long)
  })

  test('brings no example of the name of a cluster that is there', () => {
    const result = merged(
      () => example('a', 'a\n'),
      () => example('b', 'ours\n'),
      () => (repository.write('clusters/b/patches/p.yaml', 'theirs\n'), example('b', 'theirs\n')),
      release,
    )
    expect(result).toMatchObject(clean)
    expect(filesOf('clusters/b')).toEqual(['.generated', 'a.yaml', 'cluster.yaml'])
    expect(repository.read('clusters/b/a.yaml')).toBe('ours\n')
  })

  test('removes no example that has a patch of the fork', () => {
    const result = merged(
      () => example('a', 'a\n'),
      () => repository.write('clusters/a/patches/p.yaml', 'ours\n'),
      () => removed('clusters/a'),
      release,
    )
    const note = 'clusters/a: yours, kept; the release has this example no longer'
    expect(result).toMatchObject({ ...clean, notes: [note] })
    expect(filesOf('clusters/a')).toEqual(['.generated', 'a.yaml', 'cluster.yaml', 'patches/p.yaml'])
  })

  test('moves an example to another state only from the one that it has here', () => {
    const at = (step: number) => put('clusters/a', { yaml: `step: ${step}\n`, state: { step }, 'a.yaml': `${step}\n` })
    expect(
      merged(
        () => at(1),
        () => undefined,
        () => at(3),
        release,
      ),
    ).toMatchObject(clean)
    expect(repository.read('clusters/a/cluster.yaml')).toBe('step: 3\n')
    expect(repository.read('clusters/a/.generated')).toContain('"step":1')
  })

  test('says that packages are to be installed, but not for another version of the product', () => {
    const lock = (version: string, zod: string) =>
      repository.write('package-lock.json', JSON.stringify({ packages: { '': { version }, zod: { version: zod } } }))
    const version = merged(
      () => lock('1', '1'),
      () => undefined,
      () => lock('2', '1'),
      release,
    )
    expect(version).toMatchObject({ ...clean, newPackages: false })
    git.run(['commit', '--quiet', '-m', 'merged'])
    git.run(['checkout', '--quiet', 'theirs'])
    lock('2', '2')
    commit('zod')
    git.run(['checkout', '--quiet', 'ours'])
    expect(merge(git, { name: 'theirs', release: true })).toMatchObject({ ...clean, newPackages: true })
  })
})

describe('nothing is changed', () => {
  const base = () => put('overlays', { 'a.yaml': 'a\n' })
  const edit = () => repository.write('overlays/a.yaml', 'edited\n')
  const unchanged = (work: () => unknown) => {
    const before = [git.commit('HEAD'), repository.read('overlays/a.yaml'), git.list(['status', '--porcelain', '-z'])]
    const result = work()
    const after = [git.commit('HEAD'), repository.read('overlays/a.yaml'), git.list(['status', '--porcelain', '-z'])]
    expect(after).toEqual(before)
    return result
  }

  test.each(['HEAD', 'theirs'])('where a generated file was edited by hand in %s', (side) => {
    const result = merged(base, side === 'HEAD' ? edit : () => undefined, side === 'HEAD' ? () => undefined : edit)
    expect(result).toMatchObject({
      kind: 'edited',
      diagnostics: [{ code: 'generated-file-edited', file: 'overlays/a.yaml', message: expect.stringContaining(side) }],
    })
    expect(git.commit('MERGE_HEAD')).toBeUndefined()
  })

  test('where there are changes, or a merge, that are not committed', () => {
    merged(
      base,
      () => repository.write('README.md', 'a\n'),
      () => repository.write('README.md', 'b\n'),
    )
    const again = unchanged(() => merge(git, { name: 'theirs', release: false }))
    expect(again).toMatchObject({ kind: 'refused', reason: 'A merge is in progress.' })
    git.run(['merge', '--abort'])
    repository.write('clusters/a/cluster.yaml', 'new\n')
    const untracked = unchanged(() => merge(git, { name: 'theirs', release: false }))
    expect(untracked).toMatchObject({ kind: 'refused', reason: 'clusters/a/cluster.yaml is not committed.' })
  })

  test('where there is no history', () => {
    const result = merge(git, { name: 'theirs', release: false })
    expect(result).toMatchObject({ kind: 'refused', remedy: 'Run this in a clone.' })
  })

  test('by a commit that nobody knows, that is merged already, or of another history', () => {
    expect(
      merged(
        base,
        () => undefined,
        () => undefined,
      ),
    ).toMatchObject(clean)
    git.run(['commit', '--quiet', '-m', 'merged'])
    expect(merge(git, { name: 'theirs', release: false })).toEqual({ kind: 'nothing' })
    expect(unchanged(() => merge(git, { name: '--all', release: false }))).toMatchObject({ kind: 'refused' })
    const tree = git.run(['rev-parse', 'HEAD^{tree}']).toString().trim()
    const other = git.run(['commit-tree', tree, '-m', 'other']).toString().trim()
    expect(unchanged(() => merge(git, { name: other, release: true }))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('unrelated histories'),
    })
  })
})

test('a fleet in a folder of a larger repository is merged there', () => {
  const folder = join(repository.path, 'fleet')
  mkdirSync(folder)
  const inside = new Git(folder)
  const both = (text: string) => put('fleet/overlays', { 'a.yaml': text })
  both('a\n')
  commit('base')
  git.run(['checkout', '--quiet', '-b', 'theirs'])
  both('theirs\n')
  commit('theirs')
  git.run(['checkout', '--quiet', 'ours'])
  both('ours\n')
  commit('ours')
  expect(merge(inside, { name: 'theirs', release: false })).toMatchObject(clean)
  expect(repository.read('fleet/overlays/a.yaml')).toBe('ours\n')
})
