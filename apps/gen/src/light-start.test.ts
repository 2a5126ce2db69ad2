import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from './testing/repository.ts'

const program = join(import.meta.dirname, 'main.ts')
/** Prints the address of every module that the program loads. */
const tracer = `import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) { process._rawDebug('loaded ' + url); return next(url, context) } })`

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  const store = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'
  repository.write('clusters/eu-1/cluster.yaml', `name: eu-1\nmode: sidecar-mode\n${store}\n`)
})
afterEach(() => repository.remove())

function loadedBy(...args: string[]): string[] {
  const traced = ['--import', `data:text/javascript,${encodeURIComponent(tracer)}`, program, ...args]
  const { stderr } = spawnSync(process.execPath, [...traced, '--repository', repository.path], { encoding: 'utf8' })
  return stderr.split('\n').filter((line) => line.startsWith('loaded file:'))
}

/** What takes longer to load than a run with nothing to do takes. */
const heavy = /node_modules\/(zod|yaml)\/|libs\/(cluster-spec|stack)\//

test('a run with nothing to do loads neither the specification nor the model', () => {
  expect(loadedBy('overlays').some((line) => heavy.test(line))).toBe(true)
  // The second run may still be too close to the first to trust the times of files.
  loadedBy('overlays')
  expect(loadedBy('overlays').filter((line) => heavy.test(line))).toEqual([])
})
