import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestRepository } from './testing/repository.ts'

const program = resolve(import.meta.dirname, 'main.ts')
const store = ['objectStore.type=GCS', 'objectStore.bucket=b', 'objectStore.credentials={ secret: s }']
const wellSet = store.map((one) => `--set=${one}`)

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  repository.write('clusters/sidecar-mode/cluster.yaml', exampleText('sidecar-mode'))
})
afterEach(() => repository.remove())

function gen(args: readonly string[], stdout: number | 'pipe' = 'pipe') {
  const command = [program, ...args, ...(args.some((arg) => /^--repository/.test(arg)) ? [] : here())]
  const result = spawnSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', stdout, 'pipe'] })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

const here = () => ['--repository', repository.path]

describe('what cannot be written is named, with its exit code and without a stack', () => {
  test.each([['--help'], ['overlays'], ['check', '--format=json'], ['explain', 'sidecar-mode']])(
    'standard output on a full disk: %s',
    (...args) => {
      const { code, err } = gen(args, openSync('/dev/full', 'w'))
      expect({ code, err }).toEqual({ code: 4, err: 'The output cannot be written (ENOSPC).\n' })
    },
  )

  test('a reader that has seen enough is no failure', () => {
    const line = `"${process.execPath}" "${program}" explain sidecar-mode --repository "${repository.path}" | head -n 1`
    const { stderr, stdout } = spawnSync('bash', ['-c', `${line}; echo "\${PIPESTATUS[0]}"`], { encoding: 'utf8' })
    expect({ stderr, last: stdout.trim().split('\n').at(-1) }).toEqual({ stderr: '', last: '0' })
  })

  test('a new cluster.yaml on a full disk leaves nothing behind', () => {
    // Without the signal, a file beyond the limit is refused as on a full disk.
    const command = `trap '' XFSZ; ulimit -f 0; exec "$@"`
    const args = [process.execPath, program, 'add-cluster', 'eu-2', ...wellSet, ...here()]
    const { status, stderr } = spawnSync('bash', ['-c', command, '-', ...args], { encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 4, stderr: expect.stringContaining('[unwritable]') })
    expect(existsSync(join(repository.path, 'clusters/eu-2'))).toBe(false)
  })
})

describe('a command line that would be followed in part is refused as a whole', () => {
  test.each([
    [['add-cluster', 'eu-2', 'eu-3', ...wellSet], '"eu-3" would be ignored'],
    [['add-cluster', 'eu-2', ...wellSet, '--set=store.shards={'], '--set store.shards: the value is not valid YAML'],
    [['add-cluster', 'eu-2', ...wellSet, '--set=ring=*a'], '--set ring: the value is not valid YAML'],
    [['migrate', 'sidecar-mode', 'eu-3'], '"eu-3" would be ignored'],
    [['merge', 'one', 'two'], '"two" would be ignored'],
    [['overlays', '--repository', program], 'is not a folder'],
    [['check', '--repository', '/does/not/exist'], 'is not a folder'],
    [['check', '--repository='], 'is not a folder'],
  ])('%j', (args, message) => {
    const before = repository.state()
    const { code, err } = gen(args)
    expect(code).toBe(64)
    expect(err).toContain(message)
    expect(repository.state()).toEqual(before)
  })
})

test('add-cluster with --format=json writes one document to standard output', () => {
  const { code, out } = gen(['add-cluster', 'eu-2', ...wellSet, '--format=json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ diagnostics: [] })
})

test('without installed packages the remedy is said', () => {
  for (const file of ['main.ts', 'missing-package.ts', 'compile-cache.ts'])
    copyFileSync(join(import.meta.dirname, file), join(repository.path, file))
  repository.write('package.json', '{"type":"module"}')
  const { status, stderr } = spawnSync(process.execPath, [join(repository.path, 'main.ts')], { encoding: 'utf8' })
  expect({ status, stderr }).toMatchObject({ status: 4, stderr: expect.stringMatching(/^The package .* Run npm ci/) })
})

test('several runs at once in one repository all succeed', async () => {
  for (const replicas of [3, 4]) {
    // Each round adds and removes files, so that runs meet in all that they do.
    const rule = replicas === 4 ? 'rule: { replicas: 2 }\n' : ''
    repository.write('clusters/eu-2/cluster.yaml', `${another(replicas)}${rule}`)
    const runs = Array.from({ length: 4 }, async () => {
      const run = spawn(process.execPath, [program, 'overlays', ...here()], { stdio: 'ignore' })
      const [code]: unknown[] = await once(run, 'exit')
      return code
    })
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
    expect(gen(['check']).code).toBe(0)
  }
})

const another = (replicas: number) =>
  `name: eu-2\nmode: sidecar-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\nquery: { replicas: ${replicas} }\n`

test('validate refuses patches that give objects another form, before programs are started with them', () => {
  const patch = (kind: string, name: string, spec: string) =>
    `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: thanos }\nspec: ${spec}\n`
  const pod = (spec: string) => `{ template: { spec: { ${spec} } } }`
  repository.write(
    'clusters/sidecar-mode/patches/wrong.yaml',
    [
      patch('StatefulSet', 'prometheus', pod('containers: [{ name: prometheus, args: 5 }]')),
      patch('StatefulSet', 'alertmanager', pod('containers: 5')),
      patch('StatefulSet', 'thanos-store', pod('volumes: text')),
      patch('Deployment', 'thanos-query', '5'),
    ].join('---\n'),
  )
  gen(['overlays'])
  const { code, err } = gen(['validate'])
  expect(err).not.toContain('Internal error')
  expect(err.match(/\[patch-wrong-type\]/g)).toHaveLength(4)
  expect(code).toBe(2)
}, 300_000)
