import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exitCode } from '../exit-codes.ts'
import { TestRepository } from '../testing/repository.ts'

const program = resolve(import.meta.dirname, '../main.ts')
const store = ['objectStore.type=GCS', 'objectStore.bucket=b', 'objectStore.credentials={ secret: s }']
const added = ['add-cluster', 'eu-2', ...store.map((one) => `--set=${one}`)]

/** The administrator may write everything, unless the program is started without that right. */
const without: readonly string[] = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : []

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  repository.write('clusters/sidecar-mode/cluster.yaml', exampleText('sidecar-mode'))
})
afterEach(() => repository.remove())

const command = (args: readonly string[]) => [program, ...args, '--repository', repository.path]

function gen(args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, command(args), { encoding: 'utf8' })
  return { code: status, err: stderr }
}

test('a folder that may not be written is named, and nothing changes', () => {
  const before = repository.state()
  chmodSync(join(repository.path, 'clusters'), 0o555)
  const [start = '', ...args] = [...without, process.execPath, ...command(added)]
  const { status, stderr } = spawnSync(start, args, { encoding: 'utf8' })
  chmodSync(join(repository.path, 'clusters'), 0o755)
  expect({ status, stderr }).toEqual({ status: 4, stderr: expect.stringMatching(/EACCES[^]*\[unwritable\]/) })
  expect(repository.state()).toEqual(before)
})

test('a file in the way of the folder is named, and stays', () => {
  repository.write('clusters/eu-2', 'notes\n')
  const { code, err } = gen(added)
  expect({ code, err }).toEqual({ code: exitCode.handWritten, err: expect.stringContaining('clusters/eu-2') })
  expect(repository.read('clusters/eu-2')).toBe('notes\n')
})

test('a kill at any moment leaves no cluster.yaml or a whole one, from which the next run makes the rest', async () => {
  expect(gen(['overlays'])).toMatchObject({ code: 0 })
  let begun = 0
  for (const milliseconds of [0, 3, 30, 100]) {
    const child = spawn(process.execPath, command(added), { stdio: 'ignore' })
    const exit = once(child, 'exit')
    while (child.exitCode === null && !existsSync(join(repository.path, 'clusters/eu-2'))) await wait(1)
    await Promise.race([wait(milliseconds), exit])
    child.kill('SIGKILL')
    await exit
    const isThere = existsSync(join(repository.path, 'clusters/eu-2/cluster.yaml'))
    if (isThere) begun += 1
    expect(gen(isThere ? ['overlays'] : added)).toMatchObject({ code: 0 })
    expect(gen(['check'])).toMatchObject({ code: 0 })
    expect(repository.files('.').filter((path) => path.includes('.tmp'))).toEqual([])
    rmSync(join(repository.path, 'clusters/eu-2'), { recursive: true })
    expect(gen(['overlays'])).toMatchObject({ code: 0 })
  }
  expect(begun, 'runs that were killed after they had written cluster.yaml').toBeGreaterThan(0)
}, 300_000)
