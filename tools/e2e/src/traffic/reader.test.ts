import { expect, it } from 'vitest'
import { Reader } from './reader.ts'

const answers = (...list: string[]) => {
  let at = 0
  let told = () => {}
  const all = new Promise<void>((resolve) => {
    told = resolve
  })
  return {
    all,
    ask: () => {
      const answer = list[at++]
      if (at >= list.length) told()
      return answer === 'broken' ? Promise.reject(new Error('socket hang up')) : Promise.resolve(answer ?? '1')
    },
  }
}

it('keeps what was answered, and why something was not', async () => {
  const { ask, all } = answers('1', 'broken', '2', '1')
  const reader = new Reader(ask, 1)
  await all
  const read = await reader.stop()
  expect(read.slice(0, 4).map(({ value, error }) => value ?? error)).toEqual(['1', 'socket hang up', '2', '1'])
})

it('waits for answers that are under way', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const reader = new Reader(() => promise, 60_000)
  const stopped = reader.stop()
  resolve('3')
  expect((await stopped).map(({ value }) => value)).toEqual(['3'])
})
