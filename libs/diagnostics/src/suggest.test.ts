import { describe, expect, it } from 'vitest'
import { distance, suggest } from './suggest.ts'

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['store', 'store', 0],
    ['store', 'stroe', 1],
    ['store', 'stores', 1],
    ['store', 'tore', 1],
    ['store', 'stare', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('of %j and %j is %i', (from, to, expected) => {
    expect(distance(from, to)).toBe(expected)
    expect(distance(to, from)).toBe(expected)
  })
})

describe('suggest', () => {
  it('finds the word that differs least', () => {
    expect(suggest('retetion', ['retention', 'replicas', 'retentionSize'])).toBe('retention')
  })

  it('finds a short word with two swapped letters', () => {
    expect(suggest('nmae', ['name', 'mode'])).toBe('name')
  })

  it('ignores upper and lower case', () => {
    expect(suggest('objectstore', ['objectStore'])).toBe('objectStore')
  })

  it('is silent when nothing is near, instead of misleading', () => {
    expect(suggest('colour', ['name', 'mode', 'ring'])).toBeUndefined()
  })
})
