import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const schema = join(root, 'clusters/cluster.schema.json')
const reason = "is the fleet's, which a fork replaces"

test('no test reads the clusters of this repository', async () => {
  expect(() => readFileSync(schema, 'utf8')).toThrow(reason)
  expect(() => readFileSync(pathToFileURL(schema))).toThrow(reason)
  expect(() => readdirSync(join(root, 'libs', '..', 'clusters'))).toThrow(reason)
  expect(() => cpSync(join(root, 'overlays/gitops'), '/nowhere', { recursive: true })).toThrow(reason)
  await expect(async () => await readFile(schema)).rejects.toThrow(reason)
  expect(readdirSync(join(root, 'overlays'))).toContain('base')
})

test('no program does that a test starts, nor its threads', () => {
  const read = `import { readFileSync } from 'node:fs'; readFileSync(${JSON.stringify(schema)})`
  const module = `data:text/javascript,${encodeURIComponent(read)}`
  const thread = `new (await import('node:worker_threads')).Worker(new URL(${JSON.stringify(module)}))`
  for (const code of [read, thread]) {
    const args = ['--input-type=module', '-e', code]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).not.toBe(0)
    expect(stderr).toContain(reason)
  }
})

test('the command line is given another repository by every test', () => {
  const program = join(root, 'apps/gen/src/main.ts')
  expect(spawnSync(process.execPath, [program, 'check'], { encoding: 'utf8' }).status).not.toBe(0)
})
