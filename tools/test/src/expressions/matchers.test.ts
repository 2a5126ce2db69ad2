import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTaken, takenBy } from './programs.ts'
import { invalid, random, valid } from './regexes.ts'

const configurationOf = (matcher: string) => ({
  route: { receiver: 'a', routes: [{ receiver: 'a', matchers: [matcher] }] },
  receivers: [{ name: 'a' }],
})

const receivers = [{ name: 'a', slack: { urlSecret: { name: 's', key: 'k' }, channel: '#a' } }]
const taken = (matcher: string) =>
  isTaken({ alertmanager: { receivers, routes: [{ receiver: 'a', matchers: [matcher] }] } }, 'bad-matcher')

/** Quoted as Go and Alertmanager do. */
const quoted = (regex: string) => `"${regex.replaceAll(/["\\]/g, '\\$&')}"`
const short = ({ length }: string) => length < 500

/** By the way of writing: escapes that both readers know, one, or none; quotes; names of one reader only. */
const forms = [
  ...['a="?"', 'a!="?"', 'a=~"?"', 'a!~"?"', 'a=~?', 'a=~.*', 'a=~kube-.*', 'a=~\\d', 'a=~\\?', 'a=~"\\d"', 'a=~"\\?"'],
  ...['a=~"\\\\d"', 'a=~"\\x41"', 'a=~"\\x3f"', 'a=~"\\077"', 'a=~"\\u003f"', 'a=~"\\U0000003f"', 'a=~"\\q"'],
  ...[
    'é=~"a"',
    'é=~"?"',
    'é=~"\\d"',
    'é="\\d"',
    'é=~"\\\\d"',
    'é=~"\\x3f"',
    'é=~"\\u003f"',
    'é="\\xff"',
    "é=a'b",
    'é=a',
  ],
  ...['"a b"=~"a"', '"a b"=~"\\s"', '"a"=~"?"', 'a-b=~"?"', 'a.b=~"b"', "a=~'b'", "a='b'", "a.b='b'", 'a=~"(\\"|\\n)"'],
  ...['é="\\ud800"', 'é="\\U00110000"', 'é="\\\'"', 'é="\\n\\t\\a"', 'a=~"a\\', 'a=~[a-z]+', 'a=~b|c', 'a=~"\\07"'],
]

test('matchers are taken where Alertmanager takes them, whatever their quotes and escapes', async () => {
  const said = await takenBy('amtool', forms.map(configurationOf))
  expect(forms.filter(taken)).toEqual(forms.filter((_, index) => said[index]))
})

test('expressions of matchers are those of Alertmanager', async () => {
  const regexes = [...valid.filter(short), ...invalid.filter(short), ...fc.sample(random, { numRuns: 150, seed: 2 })]
  const matchers = regexes.map((regex, index) => `a${index % 2 === 0 ? '=~' : '!~'}${quoted(regex)}`)
  const said = await takenBy('amtool', matchers.map(configurationOf))
  const ours = matchers.map(taken)
  expect(matchers.filter((_, index) => said[index] !== ours[index])).toEqual([])
  expect(said.filter(Boolean).length).toBeGreaterThan(50)
})
