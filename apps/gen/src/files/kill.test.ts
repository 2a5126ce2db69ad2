import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestRepository } from '../testing/repository.ts'

const program = new URL('../testing/run-small-generator.ts', import.meta.url).pathname
const fileCount = 800
/** Long enough that a write which is not atomic would be caught half done. */
const lines = 400

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
})
afterEach(() => repository.remove())

test(
  'a kill at any moment leaves each file old or new, and the next run makes all of them new',
  { timeout: 240_000 },
  async () => {
    await generate(0)
    let interrupted = 0
    for (let round = 1; round <= 8; round += 1) {
      // Half of the runs are killed while they write beside the files, half while they put them in their places.
      await killedRun(round, round % 2 === 0 ? 'staging' : 'committing', round)
      const versions = new Set(generatedFiles().map((path) => versionOf(repository.read(path))))
      for (const version of versions) expect([round - 1, round]).toContain(version)
      if (versions.size === 2) interrupted += 1
      // What the killed run wrote must not be taken for the work of a person.
      expect((await generate(round)).diagnostics).toEqual([])
      expect(new Set(generatedFiles().map((path) => versionOf(repository.read(path))))).toEqual(new Set([round]))
      expect(repository.files('.').filter((path) => path.includes('.tmp'))).toEqual([])
    }
    expect(interrupted, 'runs that were killed between the first and the last rename').toBeGreaterThan(0)
  },
)

function want(version: number): void {
  repository.cluster('eu-1', {}, { many: { files: fileCount, lines, line: `version ${version}` } })
}

function generate(version: number) {
  want(version)
  return repository.run()
}

function generatedFiles(): string[] {
  return repository
    .files('clusters/eu-1')
    .filter((path) => path.startsWith('file-'))
    .map((path) => `clusters/eu-1/${path}`)
}

/** Kills a run some milliseconds after it has begun to write, or to replace. */
async function killedRun(version: number, phase: 'staging' | 'committing', milliseconds: number): Promise<void> {
  want(version)
  const child = spawn(process.execPath, [program, repository.path], { stdio: ['ignore', 'ignore', 'inherit'] })
  const exit = once(child, 'exit')
  const index = repository.read('clusters/eu-1/.generated')
  const begun = () => (phase === 'staging' ? hasTemporaries() : repository.read('clusters/eu-1/.generated') !== index)
  while (child.exitCode === null && !begun()) await wait(1)
  await Promise.race([wait(milliseconds), exit])
  child.kill('SIGKILL')
  await exit
}

function hasTemporaries(): boolean {
  return readdirSync(`${repository.path}/clusters/eu-1`).some((name) => name.endsWith('.tmp'))
}

function versionOf(content: string): number {
  const line = content.slice(0, content.indexOf('\n') + 1)
  if (content !== line.repeat(lines)) throw new Error(`half a file: ${content.length} characters`)
  return Number(line.slice('version '.length))
}
