import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { eachLimited } from './each-limited.ts'

it('returns the results in the order of the items, whichever ends first', async () => {
  const release: (() => void)[] = []
  const task = (item: string) => new Promise<string>((resolve) => release.push(() => resolve(item.toUpperCase())))
  const results = eachLimited(['a', 'b', 'c'], 3, task)
  await setImmediate()
  for (const done of release.reverse()) done()
  expect(await results).toEqual(['A', 'B', 'C'])
})

it('runs no more at the same time than it may', async () => {
  let running = 0
  let most = 0
  await eachLimited([1, 2, 3, 4, 5], 2, async () => {
    most = Math.max(most, (running += 1))
    await setImmediate()
    running -= 1
  })
  expect(most).toBe(2)
})

it('starts nothing more after a failure', async () => {
  const started: string[] = []
  const task = async (name: string) => {
    started.push(name)
    await setImmediate()
    if (name === 'b') throw new Error('b failed')
  }
  await expect(eachLimited(['a', 'b', 'c', 'd', 'e'], 1, task)).rejects.toThrow('b failed')
  expect(started).toEqual(['a', 'b'])
})

it('waits for what runs when something fails, and tells of the first failure', async () => {
  const ended: string[] = []
  const task = async (name: string) => {
    if (name === 'quick') throw new Error('quick failed')
    await setImmediate()
    ended.push(name)
    throw new Error('slow failed')
  }
  await expect(eachLimited(['slow', 'quick', 'never'], 2, task)).rejects.toThrow('quick failed')
  expect(ended).toEqual(['slow'])
})
