import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { globMatcher } from './glob.ts'

describe('globs of extra files', () => {
  it.each([
    ['rules/*.yaml', 'rules/a.yaml', true],
    ['rules/*.yaml', 'rules/more/a.yaml', false],
    ['rules/**', 'rules/more/a.yaml', true],
    ['**/*.json', 'a.json', true],
    ['**/*.json', 'x/y/a.json', true],
    ['**/x/**/a.json', 'b/x/c/d/a.json', true],
    ['**/x/**/a.json', 'b/c/d/a.json', false],
    ['rules/?.yaml', 'rules/ab.yaml', false],
    ['rules/[a-c]?.yaml', 'rules/bz.yaml', true],
    ['rules/[!a-c].yaml', 'rules/b.yaml', false],
    ['{rules,more}/{a,b}.y{a,}ml', 'more/b.yml', true],
    ['r/{a,b{c,d}}.yaml', 'r/bd.yaml', true],
    ['r/{a}.yaml', 'r/{a}.yaml', true],
    ['*', '.generated', false],
    ['**', '.git/config', false],
    ['.*', '.a', true],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(globMatcher(glob)?.(path)).toBe(expected)
  })

  it('match as those of Node, for any pattern and path of a small alphabet', () => {
    const part = fc.stringMatching(/^[ab]{1,3}$/)
    const globPart = fc.oneof(
      { weight: 3, arbitrary: fc.stringMatching(/^[ab?]{0,2}\*?[ab]{1,2}$/) },
      fc.constantFrom('*', '**', '[ab]', '[!a]b', '{a,b*}', '{a,{b,bb}}'),
    )
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    const glob = fc.array(globPart, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(glob, path, (pattern, file) => {
        expect(globMatcher(pattern)?.(file)).toBe(posix.matchesGlob(file, pattern))
      }),
      { numRuns: 2000 },
    )
  })

  it('are refused where braces stand for too many, however they are written', () => {
    for (const glob of [
      '{a,b}'.repeat(20),
      '{a,b}'.repeat(800),
      `${'{a,'.repeat(500)}b${'}'.repeat(500)}`,
      `{${'a,'.repeat(101)}b}`,
    ])
      expect(globMatcher(glob)).toBeUndefined()
    expect(globMatcher('{'.repeat(4000))?.('a')).toBe(false)
  })

  it('end soon where every star could stand for anything', () => {
    expect(globMatcher(`${'*a'.repeat(100)}b`)?.('a'.repeat(250))).toBe(false)
    expect(globMatcher(`${'**/a/'.repeat(50)}b`)?.('a/'.repeat(100))).toBe(false)
  })
})
