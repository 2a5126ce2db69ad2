import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '../files/ownership.ts'
import { exitCode } from '../exit-codes.ts'
import { exitCodeOf } from '../output/exit.ts'
import { TestRepository } from '../testing/repository.ts'

const patch = 'apiVersion: v1\nkind: Service\nmetadata: {namespace: monitoring, name: thanos-query}\n'

let repository: TestRepository
beforeEach(async () => {
  repository = new TestRepository()
  repository.cluster('t', { 'a.yaml': 'a: 1\n' })
  await repository.run()
})
afterEach(() => repository.remove())

const at = (path: string) => join(repository.path, 'clusters', path)
const said = (result: { diagnostics: { severity: string; code: string; file: string }[] }) =>
  result.diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file.slice('clusters/'.length)}`)

/** Generating and checking say the same, and neither writes anything. */
async function refused(): Promise<string[]> {
  // Something to write, if it were not for the error.
  if (repository.files('clusters').includes('t/cluster.yaml')) repository.cluster('t', { 'a.yaml': 'a: 2\n' })
  const before = repository.state()
  const result = await repository.run()
  const checked = await repository.run({ mode: 'check', force: true })
  expect(said(checked)).toEqual(said(result))
  expect((await repository.run({ force: true })).diagnostics).toEqual(result.diagnostics)
  expect(exitCodeOf(result.diagnostics)).toBe(exitCode.badInput)
  expect(result.diagnostics.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true)
  expect(repository.state()).toEqual(before)
  return said(result)
}

describe('a file that someone may have meant as input stops the run', () => {
  test.each([
    ['t/patches/fix.YAML', 'unread-file'],
    ['t/patches/fix.Yml', 'unread-file'],
    ['t/patches/a.json', 'unread-file'],
    ['t/patches/.fix.yaml', 'unread-file'],
    ['t/patches/sub/fix.yaml', 'unread-file'],
    ['t/patches/sub/deeper/fix.yml', 'unread-file'],
    ['t/Patches/fix.yaml', 'unread-file'],
    ['t/patch/fix.yaml', 'unread-file'],
    ['t/patchs/fix.txt', 'unread-file'],
    ['t/patches', 'unread-file'],
    ['t/rules/mine.yaml', 'unread-file'],
    ['t/mine.yml', 'unread-file'],
    ['t/dashboard.json', 'unread-file'],
    ['t/Cluster.yaml', 'unread-file'],
    ['t/cluster.yml', 'unread-file'],
    ['t/cluster.yaml.bak', 'unread-file'],
    ['t/sub/cluster.yaml', 'unread-file'],
    ['cluster.yaml', 'loose-file'],
    ['eu-1.yaml', 'loose-file'],
    ['eu-1.JSON', 'loose-file'],
    ['cluster', 'loose-file'],
    ['a/b/cluster.yaml', 'misnamed-cluster-yaml'],
    ['a/cluster.yml', 'misnamed-cluster-yaml'],
    ['a/cluster', 'misnamed-cluster-yaml'],
    ['.archive/a/cluster.yaml', 'misnamed-cluster-yaml'],
  ])('%s', async (path, code) => {
    repository.write(`clusters/${path}`, patch)
    expect(await refused()).toEqual([`error ${code} ${path}`])
  })

  test('a folder of clusters/ with manifests and no cluster.yaml', async () => {
    repository.write('clusters/a/kustomization.yaml', 'x\n')
    expect(await refused()).toEqual(['error no-cluster-yaml a'])
  })
})

describe('a file that nobody can have meant as input is named and kept', () => {
  test.each(['t/NOTES.md', 't/patches/README.md', 't/patches/mine.txt', 't/todo', 'notes.txt'])('%s', async (path) => {
    repository.write(`clusters/${path}`, 'mine\n')
    const result = await repository.run({ force: true })
    expect(said(result)).toEqual([`warning ${path.includes('/') ? 'stray-file' : 'loose-file'} ${path}`])
    expect(repository.read(`clusters/${path}`)).toBe('mine\n')
  })

  test.each([
    't/.gitkeep',
    't/patches/.DS_Store',
    't/patches/fix.yaml~',
    't/patches/.fix.yaml.swp',
    't/.#cluster.yaml',
    't/cluster.yaml~',
    't/.sops.yaml',
    '.idea/x.yaml',
    'README.md',
    't/x.tmp',
  ])('but %s is passed over', async (path) => {
    repository.write(`clusters/${path}`, 'mine\n')
    expect(said(await repository.run())).toEqual([])
    expect((await repository.run({ mode: 'check' })).differences).toEqual([])
    expect(repository.read(`clusters/${path}`)).toBe('mine\n')
  })

  test('an empty folder of clusters/ too', async () => {
    mkdirSync(at('a'))
    expect(said(await repository.run())).toEqual(['warning no-cluster-yaml a'])
  })

  test('patches end in .yaml or .yml', async () => {
    repository.write('clusters/t/patches/a.yaml', patch)
    repository.write('clusters/t/patches/b.yml', patch)
    expect(said(await repository.run())).toEqual([])
    expect(repository.read('clusters/t/kustomization.yaml')).toBe('patches: patches/a.yaml patches/b.yml\n')
  })
})

describe('a cluster is removed', () => {
  test.each([
    'cluster.yml',
    'Cluster.yaml',
    'CLUSTER.YAML',
    'cluster.yaml.bak',
    'cluster.yaml~',
    'clutser.yaml',
    '.cluster.yaml',
    'cluster',
    'sub/cluster.yaml',
    'cluster.json',
    'cluster.yalm',
  ])('not if its cluster.yaml was renamed to %s', async (name) => {
    mkdirSync(at('t/sub'))
    renameSync(at('t/cluster.yaml'), at(`t/${name}`))
    expect(await refused()).toEqual([`error misnamed-cluster-yaml t/${name}`])
  })

  test('nor if it was renamed to what only its content shows', async () => {
    renameSync(at('t/cluster.yaml'), at('t/t.yaml'))
    expect(await refused()).toEqual(['error left-of-removed-cluster t/t.yaml'])
  })

  test('with its folder, when cluster.yaml is deleted', async () => {
    repository.cluster('u', {})
    await repository.run()
    rmSync(at('t/cluster.yaml'))
    const result = await repository.run()
    expect(result.diagnostics).toEqual([])
    // Which of the others are settled depends on how long ago they were written.
    expect([...result.settled.keys()]).not.toContain('clusters/t')
    expect(repository.files('clusters')).toEqual(['u/.generated', 'u/cluster.yaml', 'u/kustomization.yaml'])
    expect(said(await repository.run())).toEqual([])
  })

  test('and the last of the fleet, and one of whose generated files nothing is left', async () => {
    rmSync(at('t/cluster.yaml'))
    for (const name of ['a.yaml', 'kustomization.yaml']) rmSync(at(`t/${name}`))
    expect(said(await repository.run())).toEqual([])
    expect(repository.files('clusters')).toEqual([])
    expect(said(await repository.run())).toEqual([])
  })

  test('except its patches and notes, which are named', async () => {
    repository.write('clusters/t/patches/p.yaml', patch)
    repository.write('clusters/t/NOTES.md', 'mine\n')
    await repository.run()
    rmSync(at('t/cluster.yaml'))
    expect(said(await repository.run())).toEqual([
      'warning left-of-removed-cluster t/NOTES.md',
      'warning left-of-removed-cluster t/patches/p.yaml',
    ])
    expect(repository.files('clusters/t')).toEqual(['NOTES.md', 'patches/p.yaml'])
    expect(said(await repository.run())).toEqual(['warning no-cluster-yaml t'])
  })
})

describe('an index that names files of people', () => {
  const entry = (path: string, text: string) => `${contentHash(text)}  ${path}\n`

  test.each([false, true])('does not make them removable; forced: %s', async (force) => {
    const outside = 'outside\n'
    writeFileSync(join(repository.path, 'outside'), outside)
    repository.write('clusters/t/patches/p.yaml', patch)
    await repository.run()
    const paths = ['../../outside', join(repository.path, 'outside'), './a.yaml', 'sub/../../../outside']
    const cluster = repository.read('clusters/t/cluster.yaml')
    const people = entry('cluster.yaml', cluster) + entry('patches/p.yaml', patch)
    const others = paths.map((path) => entry(path, outside)).join('')
    writeFileSync(at('t/.generated'), people + others, { flag: 'a' })
    expect(said(await repository.run({ force }))).toEqual([])
    expect(repository.read('outside')).toBe(outside)
    expect(repository.read('clusters/t/cluster.yaml')).toBe(cluster)
    expect(repository.read('clusters/t/patches/p.yaml')).toBe(patch)
    expect(repository.read('clusters/t/.generated')).not.toContain('outside')
  })

  test('not even when the cluster is removed', async () => {
    repository.write('clusters/t/patches/p.yaml', patch)
    writeFileSync(at('t/.generated'), entry('patches/p.yaml', patch) + entry('../../outside', 'x'), { flag: 'a' })
    writeFileSync(join(repository.path, 'outside'), 'x')
    rmSync(at('t/cluster.yaml'))
    await repository.run({ force: true })
    expect(repository.files('.')).toEqual([
      'clusters/t/patches/p.yaml',
      'outside',
      'overlays/.generated',
      'overlays/base/names',
    ])
  })
})
