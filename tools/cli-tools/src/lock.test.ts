import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from './lock.ts'

let file = ''
beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'lock-test-')), 'work.lock')
})
afterEach(() => rm(path.dirname(file), { recursive: true, force: true }))

it('lets one worker in at a time and tells the other that it waits', async () => {
  let inside = 0
  let most = 0
  let waited = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(50)
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(file, work, () => waited++)))
  expect({ most, waited }).toEqual({ most: 1, waited: 2 })
})

it('takes over from a process that was killed', async () => {
  await writeFile(file, '')
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  expect(await withLock(file, () => Promise.resolve('done'))).toBe('done')
})

it('is free again after a failure', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(access(file)).rejects.toThrow()
})
