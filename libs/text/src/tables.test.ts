import { expect, it } from 'vitest'
import { columns, markdownTable } from './tables.ts'

it('aligns columns for a terminal, numbers to the right, without spaces at the end', () => {
  const rows = [
    ['name', 'count', 'note'],
    ['a', '7', ''],
    ['longer', '1000', 'ends here'],
  ]
  expect(columns(rows, { numbers: [1] })).toEqual(['name    count  note', 'a           7', 'longer   1000  ends here'])
})

it('widens a column no further than it may, and shows longer cells whole', () => {
  expect(
    columns(
      [
        ['a', 'x'],
        ['abcdef', 'y'],
      ],
      { most: { 0: 3 } },
    ),
  ).toEqual(['a    x', 'abcdef  y'])
})

it('has no lines for no rows', () => {
  expect(columns([])).toEqual([])
})

it('writes a table of Markdown whose lines depend on nothing but their own cells', () => {
  expect(
    markdownTable(
      ['what', 'count'],
      [
        ['short', '1'],
        ['', '22'],
      ],
      { numbers: [1] },
    ),
  ).toBe(['| what | count |', '| --- | ---: |', '| short | 1 |', '|  | 22 |'].join('\n'))
})

it('keeps bars and lines within their cell', () => {
  expect(markdownTable(['a|b'], [['one\ntwo | three']])).toBe('| a\\|b |\n| --- |\n| one two \\| three |')
})
