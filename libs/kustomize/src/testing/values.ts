import fc from 'fast-check'
import type { Value, ValueMap } from '../value.ts'

/** Strings that YAML 1.1, Go or Kustomize could take for something else, or could not keep as they are. */
export const trapTexts = [
  '',
  ' ',
  '~',
  'null',
  'Null',
  'y',
  'Y',
  'n',
  'yes',
  'no',
  'on',
  'Off',
  'true',
  'False',
  '017',
  '0o17',
  '0x1F',
  '0b1',
  '1_000',
  '1e3',
  '1.0',
  '-0',
  '+1',
  '.5',
  '.inf',
  '-.INF',
  '.nan',
  '12:30:45',
  '190:20:30',
  '2001-01-01',
  '2001-12-14t21:59:43.10-05:00',
  '<<',
  '=',
  '-',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a #b',
  '#a',
  '&a',
  '*a',
  '!a',
  '!!str 1',
  '|',
  '>',
  '%a',
  '@a',
  '`a',
  '{a',
  '[a',
  ']',
  '}',
  ',',
  '"',
  "'",
  'it\'s "so"',
  '\\',
  '\\n',
  'trailing ',
  ' leading',
  '\ttab',
  'two\nlines',
  'ends with newline\n',
  'two newlines\n\n',
  '\nstarts with one',
  '  indented\nthen not\n',
  'a\n  b\n c\n',
  'trailing space \nin lines \n',
  'tab\there\nand\tthere',
  'cr\r\nlf\r\n',
  'Grüße',
  '日本語',
  '🚀',
  '\u00a0',
  '\ufeffbom',
  '\0',
  '\u0001',
  '\u001b[0m',
  '---',
  '--- a',
  '...',
  '$patch',
  '$(VAR)',
  '{{ tpl }}',
  'a'.repeat(300),
]

/** Text for any field that holds free text. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trapTexts) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'value') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).filter(isText) },
)

/**
 * Without the characters that Kustomize refuses or alters in whatever notation, and without the one kind of text that
 * JSON operations cannot carry: a block that starts with a tab. kustomize.test.ts shows both.
 */
function isText(value: string): boolean {
  return value.isWellFormed() && !/[\x7f-\x9f\u2028\u2029\ufffe\uffff]/.test(value) && !/^\t[^]*\n|^\n+\t/.test(value)
}

export const number: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -10, max: 10 }),
  fc.constantFrom(0.5, 1e9, 2 ** 31, 1.25e-3, Number.MAX_SAFE_INTEGER),
)

/** Keys that need quoting, and such that a JSON pointer has to escape. */
export const key: fc.Arbitrary<string> = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'on',
  'y',
  '1',
  '1.5',
  'null',
  'a/b',
  'a~b',
  'example.com/x',
  'with space',
  'ü',
  'name',
)

/** Any JSON value, as custom resources hold them: nested, empty and null ones too. */
const nested = fc.letrec<{ value: Value; map: ValueMap; list: Value[] }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    tie('map'),
    tie('list'),
  ),
  map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.oneof(fc.array(tie('value'), { maxLength: 3 }), fc.array(tie('map'), { maxLength: 3 })),
}))

export const json: fc.Arbitrary<Value> = nested.value
export const jsonMap: fc.Arbitrary<ValueMap> = nested.map

/**
 * A map from keys to text, such as labels. Keys that are numbers or null to YAML are left out: Kustomize itself fails
 * on such labels and annotations, with a plain base already.
 */
export const texts: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  key.filter((one) => !['null', '1', '1.5'].includes(one)),
  text,
  { maxKeys: 3, noNullPrototype: true },
)
