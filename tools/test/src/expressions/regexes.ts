import fc from 'fast-check'

/** Expressions that Go's regexp takes, at the bounds of its syntax. */
export const valid = [
  ...['a', 'a|b', '|', '()', '(a|b)+?', '.*', 'a)(b', '[]a]', '[^]a]', '[a-]', '[-a]', '[a\\-z]', '[[:alpha:]_]'],
  ...['x{2}', 'x{2,}', 'x{1000}', 'x{,2}', 'x{', 'x{a}', '(x{10}){100}', '(?i)a', '(?i-s:a)', '(?U)a', '(?:)'],
  ...['\\d\\D\\w\\s\\b\\B\\A\\z', '\\Qa*\\E', '\\x41', '\\x{10FFFF}', '\\07', '\\pL', '\\p{Greek}', '\\P{^Lu}'],
  ...['[\\p{Han}\\d]', '(?P<n>a)', '(?<n>a)', '\\\\p{Dash}', '\\Q\\p{Dash}\\E', 'é☃😀', '^a$', 'a$^b', '\\-\\.\\/'],
  '('.repeat(990) + ')'.repeat(990),
  ...['((((a{10}){10}){10}))', '(?s).', '(?m)^', '[\\[\\]]', '&&', '\\t\\n\\r\\f\\v\\a'],
]

/** Expressions that it refuses, of which many are valid for other engines. */
export const invalid = [
  ...['?M', '*', '+', 'a**', 'a+*', 'x{2}{3}', '(a', 'a)', '(?:a', '[a', '[z-a]', '[]', '[^]', '[[:foo:]]', '\\'],
  ...['x{1001}', 'x{3,2}', '(x{100}){11}', '(?=a)', '(?!a)', '(?<=a)', '(?<!a)', '(?>a)', '(?#a)', '(?P=n)', '(?x)a'],
  ...['\\1', '\\8', '\\Z', '\\G', '\\C', '\\R', '\\h', '\\e', '\\u0041', '\\k<n>', '\\é', '\\x', '\\xg', '\\x{110000}'],
  ...['\\pX', '\\p{Foo}', '\\p{Dash}', '\\p{Garay}', '\\p{Emoji}', '\\p{script=Greek}', '\\p{'],
  ...['(?<é>a)', '(?P<n', '\\Q(', '(?', '(?i', '(?i-)', 'a|*', '^*+', '(|*)', '[a-\\d]', '{1}{2}'],
  '('.repeat(1001) + ')'.repeat(1001),
  '(((a{10}){10}){10}){10}',
]

/**
 * Refused although some release of Go takes them: what others do not, since nobody knows by which one an image was built,
 * and a name that two groups have, for which RE2 has no meaning.
 */
export const doubtful = ['\\p{greek}', '\\p{Letter}', '\\p{Old_Italic}', '\\pl', '\\p{ASCII}', '(?P<n>a)(?P<n>b)']

const parts = fc.constantFrom(
  ...[
    'a',
    'b',
    '.',
    '*',
    '+',
    '?',
    '*?',
    '{2}',
    '{2,3}',
    '{,3}',
    '{1000}',
    '{1001}',
    '{',
    '}',
    '(',
    ')',
    '(?:',
    '(?i:',
  ],
  ...[
    '(?-s)',
    '(?P<n>',
    '(?=',
    '|',
    '^',
    '$',
    '\\A',
    '\\b',
    '\\d',
    '\\S',
    '\\pL',
    '\\p{Greek}',
    '\\p{',
    '\\x41',
    '\\x',
  ],
  ...[
    '\\0',
    '\\1',
    '\\Q',
    '\\E',
    '\\',
    '\\\\',
    '[',
    '[^',
    ']',
    '[a-z]',
    '[z-a]',
    '[[:alpha:]]',
    '-',
    'é',
    '\\_',
    ' ',
    '"',
  ],
)

/** Texts of parts of expressions, of which about a third is valid. */
export const random = fc.array(parts, { minLength: 1, maxLength: 7 }).map((texts) => texts.join(''))
