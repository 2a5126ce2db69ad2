import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from '../testing/repository.ts'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
})
afterEach(() => repository.remove())

const includeMine = () => repository.cluster('eu-1', { 'a.yaml': 'a: 1\n' }, { include: 'mine' })
const link = (target: string) => symlinkSync(target, join(repository.path, 'clusters/eu-1/mine'))

function pipe(path: string): void {
  mkdirSync(dirname(join(repository.path, path)), { recursive: true })
  execFileSync('mkfifo', [join(repository.path, path)])
}

const inputs: [name: string, prepare: () => void, expected: string][] = [
  ['a cluster.yaml that is a pipe', () => pipe('clusters/eu-1/cluster.yaml'), 'not-a-file clusters/eu-1/cluster.yaml'],
  [
    'a patch that is a pipe',
    () => {
      repository.cluster('eu-1', {})
      pipe('clusters/eu-1/patches/p.yaml')
    },
    'not-a-file clusters/eu-1/patches/p.yaml',
  ],
  [
    'an included file that is a pipe',
    () => {
      includeMine()
      pipe('clusters/eu-1/mine')
    },
    'not-a-file clusters/eu-1/mine',
  ],
  [
    'an included file that is a link to a pipe',
    () => {
      includeMine()
      pipe('elsewhere')
      link('../../elsewhere')
    },
    'not-a-file clusters/eu-1/mine',
  ],
  [
    'an included file that is a link to a folder',
    () => {
      includeMine()
      link('../../clusters')
    },
    'not-a-file clusters/eu-1/mine',
  ],
  [
    'an included file of a size that nobody writes',
    () => {
      includeMine()
      repository.write('clusters/eu-1/mine', '')
      truncateSync(join(repository.path, 'clusters/eu-1/mine'), 17 * 1024 * 1024)
    },
    'file-too-large clusters/eu-1/mine',
  ],
  [
    'an included file that is a link to a generated one of another folder',
    () => {
      includeMine()
      repository.write('overlays/base/.generated', `${'0'.repeat(64)}  x/a.yaml\n`)
      repository.write('overlays/base/x/a.yaml', 'a: 1\n')
      link('../../overlays/base/x/a.yaml')
    },
    'generated-input clusters/eu-1/mine',
  ],
  [
    'an included file that is generated, though no index says so',
    () => {
      repository.cluster('eu-1', { 'a.yaml': 'a: 1\n' }, { include: 'a.yaml' })
      repository.write('clusters/eu-1/a.yaml', 'a: 1\n')
    },
    'generated-input clusters/eu-1/a.yaml',
  ],
]

test.each(inputs)('%s is refused, even by force, and nothing is written', async (_, prepare, expected) => {
  prepare()
  const before = repository.state()
  const { diagnostics } = await repository.run({ force: true })
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([expected])
  expect(repository.state()).toEqual(before)
})
