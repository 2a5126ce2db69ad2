import { expect, it } from 'vitest'
import { zonesAway } from './zones.ts'

const ingestors = ['x', 'y'].flatMap((ring) =>
  ['a', 'b'].flatMap((zone) => [0, 1].map((index) => ({ name: `${ring}-${zone}-${index}`, ring, zone }))),
)
const ready = (...away: string[]) => new Set(ingestors.map(({ name }) => name).filter((name) => !away.includes(name)))

it('knows zones by pods that are not Ready, each ring by itself', () => {
  expect([...zonesAway(ingestors, ready())]).toEqual([])
  expect([...zonesAway(ingestors, ready('x-a-0', 'x-a-1', 'y-b-0'))]).toEqual([
    ['x', ['a']],
    ['y', ['b']],
  ])
})

it('sees two zones of one ring away at once, also when only one pod of each is', () => {
  expect(zonesAway(ingestors, ready('x-a-0', 'x-b-1')).get('x')).toEqual(['a', 'b'])
})
