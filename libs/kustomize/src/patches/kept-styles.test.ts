import { describe, expect, it } from 'vitest'
import { unclearStyle } from './kept-styles.ts'

const twice = (first: string, before: string, after: string | number | boolean) =>
  unclearStyle({ spec: { a: [first] } }, { spec: { a: [before] } }, { spec: { a: [after] } })

describe('a patch of a text that another patch has written', () => {
  it.each([8080, true, '\ttab', '\n\ttab'])(
    'is unclear with %j, since Kustomize keeps the style of the first',
    (after) => {
      expect(twice('8080', 'http', after)).toMatchObject({ path: ['spec', 'a', 0] })
    },
  )

  it('is clear with any other text', () => {
    expect(twice('8080', 'http', 'https')).toBeUndefined()
    expect(twice('8080', 'http', 'a\nblock')).toBeUndefined()
  })
})

describe('a patch of a text that no other patch has written', () => {
  it.each([8080, '\ttab'])('is looked at by the merge alone: %j', (after) => {
    expect(twice('http', 'http', after)).toBeUndefined()
  })
})

it('what a patch added is written by people, in whatever style', () => {
  expect(unclearStyle({}, { spec: { a: 'http' } }, { spec: { a: 8080 } })).toMatchObject({ path: ['spec', 'a'] })
})
