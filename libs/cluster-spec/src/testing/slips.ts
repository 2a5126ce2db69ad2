import fc from 'fast-check'

/** Names that every object inherits, and other words that programs take for something else. */
const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'null', 'true', '~', '.inf', '.nan', '<<']

/** Values that are right somewhere, or nearly. */
const values = [
  ...words,
  ...[
    '0',
    '-1',
    '1e400',
    '9007199254740993',
    '0x10',
    '1.10',
    '""',
    '" "',
    '\'"a"\'',
    '"\\0"',
    '"\\ud800"',
    'ä',
    '{}',
    '[]',
  ],
  ...[
    '0s',
    '5m',
    '300y',
    '1ms',
    '-2w',
    '10G',
    '0.5Gi',
    '99999Ti',
    '500m',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.1/8',
    'a:0',
    'a:65536',
  ],
  ...[
    'a.b',
    'A_b',
    '../x',
    '/',
    '*',
    '?',
    '***a',
    '"..."',
    '$(X)',
    '${X}',
    '{cluster}',
    '{runbook}',
    '&a b',
    '*a',
    '!x y',
    '|',
    '>-',
  ],
]

const signs = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '#',
  '"',
  "'",
  '---\n',
  '...\n',
  '\ufeff',
  '\0',
  '\u2028',
]

/** One slip of the pen: something taken out, put in or doubled anywhere in a text. */
export const slip = fc.record({
  at: fc.nat(),
  removed: fc.oneof(fc.nat(12), fc.nat(200)),
  inserted: fc.oneof(
    fc.string({ maxLength: 6, unit: 'grapheme' }),
    fc.constantFrom(...values, ...signs),
    fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map(([key, value]) => `\n${key}: ${value}\n`),
  ),
})

/** Damages a text. */
export function withSlip(text: string, { at, removed, inserted }: { at: number; removed: number; inserted: string }) {
  const start = at % (text.length + 1)
  return text.slice(0, start) + inserted + text.slice(start + removed)
}

/** Replaces the value of a line by another, which keeps the document's form and so reaches further than a slip. */
export const replacement = fc.record({ at: fc.nat(), value: fc.constantFrom(...values), key: fc.boolean() })

/** Applies a replacement. */
export function withReplacement(text: string, { at, value, key }: { at: number; value: string; key: boolean }): string {
  const pairs = [...text.matchAll(/([A-Za-z_][-\w.]*)(: *)([^\s{}[\],#][^\n{}[\],#]*)?/g)]
  const pair = pairs[at % Math.max(1, pairs.length)]
  if (pair === undefined) return text
  const [whole, name = '', colon = '', old = ''] = pair
  return (
    text.slice(0, pair.index) +
    (key ? `${value}${colon}${old}` : `${name}${colon}${value}`) +
    text.slice(pair.index + whole.length)
  )
}

/** A text with several mistakes in it. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.oneof(
    slip.map((one) => (text: string) => withSlip(text, one)),
    { weight: 3, arbitrary: replacement.map((one) => (text: string) => withReplacement(text, one)) },
  )
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([text, changes]) => changes.reduce((before, apply) => apply(before), text))
}

/** A document of any form, whose keys are those of a schema, of others, or of nobody. */
export function anyDocument(keys: readonly string[]): fc.Arbitrary<unknown> {
  const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...keys) }, fc.constantFrom(...words), fc.string())
  const scalar = fc.oneof(
    fc.constantFrom<unknown>(null, true, false, 0, 1, 3, -1, 2 ** 53, 1e21, 0.1, ...values),
    fc.string({ unit: 'grapheme' }),
  )
  return fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('map'), tie('list')),
    list: fc.array(tie('node'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('node'), { maxKeys: 6 }),
  })).map
}
