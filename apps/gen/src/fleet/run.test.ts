import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '../files/ownership.ts'
import { planUnit } from '../files/plan.ts'
import { TestRepository } from '../testing/repository.ts'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  repository.cluster('eu-1', { 'a.yaml': 'a: 1\n', 'config/b.yaml': 'b: 1\n' })
})
afterEach(() => repository.remove())

const counts = (written: number, unchanged: number, removed: number) => ({ objects: 1, written, unchanged, removed })
const codes = (result: { diagnostics: { code: string; file: string }[] }) =>
  result.diagnostics.map(({ code, file }) => `${code} ${file}`)

describe('writing', () => {
  test('creates what is missing, changes what differs, removes what is no longer produced', async () => {
    repository.cluster('us-1', { 'a.yaml': 'us\n' })
    expect((await repository.run()).units).toMatchObject([
      { name: 'overlays', counts: { written: 1 } },
      { name: 'eu-1', mode: 'small', counts: counts(3, 0, 0) },
      { name: 'us-1', counts: counts(2, 0, 0) },
    ])
    repository.cluster('eu-1', { 'a.yaml': 'a: 2\n', 'c.yaml': 'c: 1\n' })
    expect((await repository.run()).units).toMatchObject([
      { name: 'overlays', counts: { written: 0, unchanged: 1 } },
      { name: 'eu-1', counts: counts(2, 1, 1) },
      { name: 'us-1', counts: counts(0, 2, 0) },
    ])
    expect(repository.files('clusters/eu-1')).toEqual([
      '.generated',
      'a.yaml',
      'c.yaml',
      'cluster.yaml',
      'kustomization.yaml',
    ])
    expect(repository.read('clusters/eu-1/a.yaml')).toBe('a: 2\n')
    expect(existsSync(join(repository.path, 'clusters/eu-1/config'))).toBe(false)
  })

  test('a second run writes nothing', async () => {
    await repository.run()
    const before = repository.state()
    await repository.run()
    expect(repository.state()).toEqual(before)
  })

  test('only the named clusters are generated, with the whole fleet in view', async () => {
    repository.cluster('us-1', {})
    await repository.run({ names: ['eu-1'] })
    expect(repository.files('clusters/us-1')).toEqual(['cluster.yaml'])
    expect(repository.read('overlays/base/names')).toBe('eu-1\nus-1\n')
  })

  test('threads do the same', async () => {
    for (let index = 0; index < 30; index += 1) repository.cluster(`n-${index}`, { 'a.yaml': `${index}\n` })
    const result = await repository.run({ threads: 2 })
    expect(result.units).toHaveLength(32)
    expect(repository.read('clusters/n-29/a.yaml')).toBe('29\n')
    const before = repository.state()
    await repository.run({ threads: 0 })
    expect(repository.state()).toEqual(before)
  })

  test('when a cluster.yaml is gone, what was generated from it goes too, but nothing else', async () => {
    repository.write('clusters/eu-1/patches/mine.txt', 'mine\n')
    await repository.run()
    rmSync(join(repository.path, 'clusters/eu-1/cluster.yaml'))
    await repository.run()
    expect(repository.files('clusters')).toEqual(['eu-1/patches/mine.txt'])
  })

  test('files that nobody generated are never removed', async () => {
    await repository.run()
    repository.write('clusters/eu-1/mine.yaml', 'mine\n')
    await repository.run({ force: true })
    expect(repository.read('clusters/eu-1/mine.yaml')).toBe('mine\n')
  })
})

describe('the state of a cluster', () => {
  const step = (number: number, files = {}) => repository.cluster('eu-1', files, { step: number })

  test('until a run is complete, it is that from before', async () => {
    step(0)
    await repository.run()
    const unit = (state: object) => ({
      root: 'clusters/eu-1',
      files: new Map([['clusters/eu-1/kustomization.yaml', 'new\n']]),
      handWritten: [],
      deep: true,
      cluster: 'eu-1',
      state: { ...state },
    })
    const options = { force: false, willWrite: true }
    const { index } = planUnit(repository.path, unit({ step: 1 }), options)
    expect(index?.during).toContain('"cluster":"eu-1","step":0}\n')
    expect(index?.after).toContain('"cluster":"eu-1","step":1}\n')
  })

  test('a removed cluster keeps it until all is removed', async () => {
    await repository.run()
    const empty = { root: 'clusters/eu-1', files: new Map(), handWritten: [], deep: true, cluster: 'eu-1' }
    const { index } = planUnit(repository.path, empty, { force: false, willWrite: true })
    expect(index).toMatchObject({ after: null, during: expect.stringContaining('"cluster":"eu-1","step":0}\n') })
  })

  test('an index that names what people own does not make it generated', async () => {
    repository.write(
      'clusters/eu-1/patches/a.yaml',
      'apiVersion: v1\nkind: Service\nmetadata: { namespace: monitoring, name: thanos-query }\n',
    )
    await repository.run()
    const named = ['cluster.yaml', 'patches/a.yaml', '../../overlays/base/names'].map((path) => {
      return `${contentHash(repository.read(join('clusters/eu-1', path)))}  ${path}\n`
    })
    repository.write('clusters/eu-1/.generated', repository.read('clusters/eu-1/.generated') + named.join(''))
    expect(codes(await repository.run())).toEqual([])
    rmSync(join(repository.path, 'clusters/eu-1/cluster.yaml'))
    await repository.run()
    expect(repository.files('.')).toEqual([
      'clusters/eu-1/patches/a.yaml',
      'overlays/.generated',
      'overlays/base/names',
    ])
  })
})

describe('files edited by hand', () => {
  test('are named and kept, and nothing else is written either', async () => {
    await repository.run()
    repository.write('clusters/eu-1/a.yaml', 'edited\n')
    repository.cluster('eu-1', { 'a.yaml': 'a: 2\n', 'config/b.yaml': 'b: 2\n' })
    const before = repository.state()
    expect(codes(await repository.run())).toEqual(['generated-file-edited clusters/eu-1/a.yaml'])
    expect(repository.state()).toEqual(before)
    await repository.run({ force: true })
    expect(repository.read('clusters/eu-1/a.yaml')).toBe('a: 2\n')
  })

  test('are kept also when they are no longer produced', async () => {
    await repository.run()
    repository.write('clusters/eu-1/a.yaml', 'edited\n')
    repository.cluster('eu-1', {})
    expect(codes(await repository.run())).toEqual(['generated-file-edited clusters/eu-1/a.yaml'])
    expect(repository.read('clusters/eu-1/config/b.yaml')).toBe('b: 1\n')
    await repository.run({ force: true })
    expect(repository.files('clusters/eu-1')).toEqual(['.generated', 'cluster.yaml', 'kustomization.yaml'])
  })

  test('a file that was there before is not replaced', async () => {
    repository.write('clusters/eu-1/a.yaml', 'mine\n')
    expect(codes(await repository.run())).toEqual(['file-in-the-way clusters/eu-1/a.yaml'])
    expect(repository.read('clusters/eu-1/a.yaml')).toBe('mine\n')
  })

  test('after a merge that left both sides in the index, either side counts as generated', async () => {
    await repository.run()
    const ours = repository.read('clusters/eu-1/.generated')
    repository.cluster('eu-1', { 'a.yaml': 'a: 2\n' })
    await repository.run()
    const theirs = repository.read('clusters/eu-1/.generated')
    repository.write('clusters/eu-1/.generated', `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`)
    repository.write('clusters/eu-1/config/b.yaml', 'b: 1\n')
    expect(codes(await repository.run())).toEqual([])
    expect(repository.read('clusters/eu-1/.generated')).toBe(theirs)
    expect(existsSync(join(repository.path, 'clusters/eu-1/config'))).toBe(false)
  })
})

describe('what is refused changes nothing', () => {
  const refused: [string, () => void, string][] = [
    [
      'a mistake in one of several clusters',
      () => repository.cluster('us-1', {}, { broken: true }),
      'mistake clusters/us-1/cluster.yaml',
    ],
    [
      'a folder of clusters that is a symbolic link',
      () => {
        mkdirSync(join(repository.path, 'elsewhere'))
        symlinkSync('../elsewhere', join(repository.path, 'clusters/us-1'))
      },
      'symbolic-link clusters/us-1',
    ],
    [
      'a symbolic link among the folders to write to',
      () => symlinkSync('/usr', join(repository.path, 'clusters/eu-1/config')),
      'symbolic-link clusters/eu-1/config',
    ],
    [
      'a symbolic link in place of a file',
      () => symlinkSync('/dev/null', join(repository.path, 'clusters/eu-1/a.yaml')),
      'symbolic-link clusters/eu-1/a.yaml',
    ],
    [
      'a file in place of a folder',
      () => repository.write('clusters/eu-1/config', ''),
      'file-in-the-way clusters/eu-1/config',
    ],
    [
      'a folder in place of a file',
      () => mkdirSync(join(repository.path, 'clusters/eu-1/a.yaml')),
      'file-in-the-way clusters/eu-1/a.yaml',
    ],
    [
      'an included file that is a link out of the repository',
      () => {
        symlinkSync('/etc/passwd', join(repository.path, 'clusters/eu-1/secret'))
        repository.cluster('eu-1', {}, { include: 'secret' })
      },
      'symbolic-link clusters/eu-1/secret',
    ],
    [
      'a cluster.yaml that is a folder',
      () => mkdirSync(join(repository.path, 'clusters/us-1/cluster.yaml'), { recursive: true }),
      'not-a-file clusters/us-1/cluster.yaml',
    ],
    [
      'a patch that matches nothing',
      () =>
        repository.write(
          'clusters/eu-1/patches/p.yaml',
          'apiVersion: v1\nkind: Service\nmetadata: {namespace: monitoring, name: thanos-qurey}\n',
        ),
      'patch-matches-nothing clusters/eu-1/patches/p.yaml',
    ],
    [
      'a patch in another encoding',
      () => repository.write('clusters/eu-1/patches/p.yaml', new Uint8Array([0x61, 0xff])),
      'invalid-utf8 clusters/eu-1/patches/p.yaml',
    ],
  ]

  test.each(refused)('%s', async (_, prepare, expected) => {
    prepare()
    const before = repository.state()
    expect(codes(await repository.run())).toEqual([expected])
    expect(repository.state()).toEqual(before)
  })

  test('errors that only several clusters together have', async () => {
    repository.cluster('a', { twin: '' })
    repository.cluster('b', { twin: '' })
    const before = repository.state()
    expect(codes(await repository.run({ names: ['eu-1'] }))).toEqual([
      'mistake clusters/a/cluster.yaml',
      'mistake clusters/b/cluster.yaml',
    ])
    expect(repository.state()).toEqual(before)
  })
})

describe('check', () => {
  test('names what is missing, extra and changed, with texts, and writes nothing', async () => {
    await repository.run()
    rmSync(join(repository.path, 'clusters/eu-1/kustomization.yaml'))
    repository.write('clusters/eu-1/a.yaml', 'edited\n')
    repository.write('clusters/eu-1/mine.yaml', 'mine\n')
    const before = repository.state()
    const { differences } = await repository.run({ mode: 'check' })
    expect(differences).toEqual([
      { kind: 'changed', path: 'clusters/eu-1/a.yaml', before: 'edited\n', after: 'a: 1\n' },
      { kind: 'missing', path: 'clusters/eu-1/kustomization.yaml', after: 'patches: \n' },
      { kind: 'extra', path: 'clusters/eu-1/mine.yaml' },
    ])
    expect(repository.state()).toEqual(before)
  })

  test('patches and included files belong to people', async () => {
    repository.cluster('eu-1', {}, { include: 'rules/mine.yaml' })
    repository.write('clusters/eu-1/rules/mine.yaml', 'x\n')
    repository.write(
      'clusters/eu-1/patches/p.yaml',
      'apiVersion: v1\nkind: Service\nmetadata: {namespace: monitoring, name: thanos-query}\n',
    )
    await repository.run()
    expect(repository.read('clusters/eu-1/kustomization.yaml')).toBe('patches: patches/p.yaml\n')
    expect((await repository.run({ mode: 'check' })).differences).toEqual([])
  })
})

test.each([true, false])(
  'what a killed run left is cleared away, also when nothing else is to be done: %s',
  async (first) => {
    if (!first) await repository.run()
    repository.write('clusters/eu-1/.gen-999999999.tmp/0', 'half')
    await repository.run()
    expect(readdirSync(join(repository.path, 'clusters/eu-1')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  },
)
