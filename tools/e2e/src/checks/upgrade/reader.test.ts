import { expect, it } from 'vitest'
import { Reader } from './reader.ts'

const answers = (...list: string[]) => {
  let at = 0
  let told = () => {}
  const all = new Promise<void>(resolve => { told = resolve })
  return {
    all,
    ask: () => {
      const answer = list[at++]
      if (at >= list.length) told()
      return answer === 'broken' ? Promise.reject(new Error('socket hang up')) : Promise.resolve(answer ?? '1')
    },
  }
}

it('counts what is not answered, and what is answered otherwise', async () => {
  const { ask, all } = answers('1', 'broken', '2', '1')
  const reader = new Reader(ask, '1', 1)
  await all
  const { queries, failures } = await reader.stop()
  expect(queries).toBeGreaterThanOrEqual(4)
  expect(failures.map(({ message }) => message)).toEqual(['socket hang up', 'answered 2 instead of 1'])
})

it('waits for answers that are under way', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const reader = new Reader(() => promise, '1', 60_000)
  const stopped = reader.stop()
  resolve('3')
  expect((await stopped).failures).toHaveLength(1)
})
