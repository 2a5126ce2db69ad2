import { expect, test } from 'vitest'
import { regexProblem } from './problem.ts'

const messageOf = (expression: string) => regexProblem(expression)?.message

test('a problem is told in the words of Go, about the expression as it was written', () => {
  expect(messageOf('?M')).toBe('missing argument to repetition operator: `?`')
  expect(messageOf('(a')).toBe('missing closing ): `(a`')
  expect(messageOf('x{1001}')).toBe('invalid repeat count: `{1001}`')
  expect(messageOf('[\\p{Dash}]')).toBe('invalid character class range: `\\p{Dash}`')
})

test('a parenthesis may close that of the anchors, where there are any', () => {
  expect(regexProblem('a)(b')).toBeUndefined()
  expect(regexProblem('a)(b', { anchored: false })?.message).toBe('unexpected ): `a)(b`')
  expect(messageOf('\\Qa')).toMatch(/^missing closing \)/)
})

test('a name that follows an escaped backslash, or is quoted, is no class', () => {
  expect(messageOf('\\\\p{Dash}')).toBeUndefined()
  expect(messageOf('\\Q\\p{Dash}\\E')).toBeUndefined()
})

test('an asterisk alone is not taken for any text', () => {
  expect(regexProblem('*')?.remedy).toContain('write .* for any text')
})
