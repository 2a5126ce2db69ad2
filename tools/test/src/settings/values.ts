import { entriesOf, formsOf, isContainer, isSchema, itemsOf, propertiesOf, type Schema } from './schema.ts'

/**
 * Texts of which each pattern of the schema takes some. What a new pattern takes is added here; at least two, so that
 * there is a pair.
 */
const texts = [
  ...['a', 'b', 'abc', 'xyz', 'one.example.com', 'two.example.com:8443', 'Alpha', 'Beta'],
  ...['2h', '20s', '40s', '90s', '8h', '60d', '70d', '200d', '300d', '0s', '-3w', '-4w'],
  ...['1', '2', '500m', '200Mi', '300Mi', '40Mi', '20Mi', '2Gi', '3Gi', '20Gi', '50Gi'],
  ...['10.1.0.0/16', 'fd00::/8', '/a', '/b'],
  ...['https://one.example.com', 'https://two.example.com/x', 'one@example.com', 'two@example.com'],
  ...['https://one.example.com/v3', 'https://two.example.com/v2.0'],
  ...['https://one.example.com/{runbook}', 'https://two.example.com/{runbook}'],
  ...['smtp.one.example.com:25', 'smtp.two.example.com:587'],
  ...[`sha256:${'0'.repeat(64)}`, `sha256:${'1'.repeat(64)}`],
  ...['1%', '50%', 'thanos-{cluster}', '{cluster}-thanos'],
  ...['10.0.0.7', 'fd00::7', 'Europe/Berlin', 'UTC'],
  ...[
    '00:00',
    '09:00',
    '17:30',
    '24:00',
    'monday',
    'tuesday:friday',
    '-1',
    '1:7',
    'may',
    'june:july',
    '2026',
    '2026:2028',
  ],
]

const numbers = [2, 1, 3, 4, 5, 80, 1000, 50_000, 60_000]

/** Values of a form, simple ones first. @throws Error where nothing is known that the form takes */
export function valuesOf(schema: Schema): unknown[] {
  if (schema.const !== undefined) return [schema.const]
  if (schema.enum !== undefined) return schema.enum
  if (isContainer(schema)) return containersOf(schema)
  const { minimum = -Infinity, maximum = Infinity } = schema
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'null':
      return [null]
    case 'boolean':
      return [true, false]
    case 'integer':
      return numbers.filter((number) => minimum <= number && number <= maximum)
    case 'number':
      return [...numbers, 0.5].filter((number) => minimum <= number && number <= maximum)
    case 'string':
      return textsFor(schema)
    // Whatever JSON can say.
    case 'object':
      return [{ a: 'a' }, { a: 'b' }]
    case 'array':
      return [['a'], ['b']]
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema)}: add them to ${import.meta.filename}`)
  }
}

/** Where one item can be written without its list, only a list of more than one is something else. */
function containersOf(schema: Schema): unknown[] {
  const least = smallest(schema)
  return Array.isArray(least) ? [least, [...least, ...least]] : [least]
}

function textsFor({ pattern, maxLength = Infinity }: Schema): string[] {
  // What takes any text takes the first ones.
  if (pattern === undefined) return texts.slice(0, 3)
  const form = new RegExp(pattern)
  const found = texts.filter((text) => form.test(text) && text.length <= maxLength)
  if (found.length > 1) return found
  throw new Error(`no two texts match ${pattern}: add some to ${import.meta.filename}`)
}

/** The least that may be written: what is required, and of keys of which one is needed the first. */
export function smallest(schema: Schema): unknown {
  const [form = schema] = formsOf(schema)
  const [items, entries] = [itemsOf(form), entriesOf(form)]
  if (items !== undefined) return [smallest(items)]
  if (form.properties === undefined && entries !== undefined) return { [keyFor(form)]: smallest(entries) }
  if (form.properties === undefined) return valuesOf(form)[0]
  const { required = [], minProperties = 0 } = form
  const optional = propertiesOf(form).filter(([key]) => !required.includes(key))
  const missing = optional.slice(0, Math.max(0, minProperties - required.length)).map(([key]) => key)
  return Object.fromEntries(
    propertiesOf(form)
      .filter(([key]) => required.includes(key) || missing.includes(key))
      .map(([key, value]) => [key, smallest(value)]),
  )
}

/** A key that a mapping with keys of one's own choice may have. */
export function keyFor({ propertyNames }: Schema): string {
  return isSchema(propertyNames) ? String(valuesOf({ type: 'string', ...propertyNames })[0]) : 'a'
}
