import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setTimeout } from 'node:timers/promises'
import { TestRepository } from '../testing/repository.ts'
import { generateChanged } from './generate-changed.ts'
import { untouchedSince } from './last-run.ts'
import type { RunOptions } from './run.ts'

let repository: TestRepository
const generator = 'fingerprint of the generator'

/** A run like that of the command, and the clusters that it did not read. */
async function run(options: Partial<RunOptions> = {}) {
  await setTimeout(40)
  const untouched = untouchedSince(repository.path, generator)
  let known: string[] = []
  const result = await generateChanged(repository.path, generator, untouched, ({ keptFor }) =>
    repository.run({
      ...options,
      keptFor: (fleet) => {
        const kept = keptFor?.(fleet) ?? new Map()
        known = [...kept.keys()]
        return kept
      },
    }),
  )
  return { ...result, known }
}

beforeEach(async () => {
  repository = new TestRepository()
  for (const name of ['a', 'b', 'c']) repository.cluster(name, { 'x.yaml': `of: ${name}\n` })
  await run()
})
afterEach(() => repository.remove())

describe('a run after another one', () => {
  it('reads only the clusters that were touched, and reports all', async () => {
    repository.cluster('b', { 'x.yaml': 'of: somebody else\n' })
    const { known, units } = await run()
    expect(known).toEqual(['a', 'c'])
    expect(units.map(({ name, counts }) => [name, counts.written])).toEqual([
      ['overlays', 0],
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
    expect(repository.read('clusters/b/x.yaml')).toBe('of: somebody else\n')
  })

  it('leaves the next one with nothing to do', async () => {
    repository.cluster('b', {})
    await run()
    await setTimeout(40)
    expect(untouchedSince(repository.path, generator).all).toBeDefined()
  })

  it('reads a cluster again after an error in another one', async () => {
    repository.cluster('a', {}, { broken: true })
    expect((await run()).diagnostics).toHaveLength(1)
    repository.cluster('a', { 'x.yaml': 'of: a\n' })
    const { known, diagnostics } = await run()
    expect([known, diagnostics]).toEqual([['b', 'c'], []])
  })

  it('still compares clusters that were not read', async () => {
    repository.cluster('b', { twin: '' })
    expect((await run()).diagnostics).toEqual([])
    repository.cluster('c', { twin: '' })
    const { known, diagnostics } = await run()
    expect(known).toEqual(['a', 'b'])
    expect(diagnostics.map(({ file }) => file)).toEqual(['clusters/b/cluster.yaml', 'clusters/c/cluster.yaml'])
  })

  it('reads all with another generator, or with another fleet.yaml', async () => {
    expect(untouchedSince(repository.path, 'another').clusters.size).toBe(0)
    repository.write('clusters/fleet.yaml', '# something\n')
    expect((await run()).known).toEqual([])
  })
})
