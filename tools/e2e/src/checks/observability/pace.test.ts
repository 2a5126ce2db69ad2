import { expect, it } from 'vitest'
import { paced } from './pace.ts'

it('gives results in the order of the items, whoever ends first', async () => {
  const results = await paced([30, 1, 10], { perSecond: 1000, atOnce: 3 }, async (milliseconds) => {
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })
    return milliseconds
  })
  expect(results).toEqual([30, 1, 10])
})

it('begins no more at once and no more each second than is allowed', async () => {
  let now = 0
  let most = 0
  const begun = performance.now()
  await paced(Array.from({ length: 10 }), { perSecond: 100, atOnce: 2 }, async () => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
    now--
  })
  expect(most).toBeLessThanOrEqual(2)
  // Ten items have nine spaces of 10 ms between them; timers may be a little early.
  expect(performance.now() - begun).toBeGreaterThan(85)
})

it('ends with the first error', async () => {
  await expect(
    paced([1, 2], { perSecond: 1000, atOnce: 1 }, (item) => Promise.reject(new Error(`item ${item}`))),
  ).rejects.toThrow('item 1')
})
