import { suggest } from '@thanos-fleet/diagnostics'
import type { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { describeType, describeValue, pathText } from './describe.ts'
import { knownKeys, schemasAt } from './schema-walk.ts'

type Issue = z.core.$ZodIssue

/** The value at a path of parsed data. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const element of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, element)) return undefined
    value = Reflect.get(value, element)
  }
  return value
}

/** What zod found wrong in parsed data, as findings in the words of people. */
export function translate(issues: readonly Issue[], root: unknown, prefix: Path = []): Finding[] {
  return issues.flatMap((issue) => translateOne(issue, root, [...prefix, ...plainPath(issue.path)]))
}

function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((element) => (typeof element === 'number' ? element : String(element)))
}

function translateOne(issue: Issue, root: unknown, path: Path): Finding[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, root, path))
  const value = valueAt(root, path)
  if (value === undefined && path.length > 0) return [missing(root, path)]
  switch (issue.code) {
    case 'custom': return [refused(issue, value, path)]
    case 'invalid_union': return union(issue, root, path)
    case 'invalid_value': return [notAmong(issue.values.map(String), value, path)]
    case 'invalid_type': return [wrongType(describeType(issue.expected), value, path)]
    case 'too_small': return [outOfBounds(`at least ${issue.minimum}`, issue.origin, value, path)]
    case 'too_big': return [outOfBounds(`at most ${issue.maximum}`, issue.origin, value, path)]
    case 'invalid_key': return [badKey(path, issue.issues)]
    default: return [{ code: 'bad-value', path, message: `${pathText(path)}: ${issue.message}`, remedy: 'correct the value' }]
  }
}

function unknownKey(key: string, root: unknown, parent: Path): Finding {
  if (key === '<<') return mergeKey([...parent, key])
  const known = knownKeys(parent, root)
  const meant = suggest(key, known)
  const where = parent.length === 0 ? 'at the top level' : `in ${pathText(parent)}`
  return {
    code: 'unknown-key',
    path: [...parent, key],
    at: 'key',
    ...(meant === undefined ? {} : { also: [[...parent, meant]] }),
    message: `unknown key "${key}" ${where}`,
    remedy: meant === undefined ? `remove it; known here: ${known.toSorted().join(', ')}` : `did you mean "${meant}"?`,
  }
}

function mergeKey(path: Path): Finding {
  return {
    code: 'yaml-merge-key',
    path,
    at: 'key',
    message: 'merge keys ("<<") are not part of YAML 1.2, and tools disagree about them',
    remedy: 'write the settings out, or use an alias for a whole section',
  }
}

const secretKeys = /^(credentials|tls|authentication|\w*[sS]ecret)$/

function missing(root: unknown, path: Path): Finding {
  const key = String(path.at(-1))
  const where = path.length === 1 ? '' : ` in ${pathText(path.slice(0, -1))}`
  const description = schemasAt(path.slice(0, -1), root)
    .map((schema) => schema.properties?.[key])
    .find((schema) => typeof schema === 'object' && schema.description !== undefined)
  const explained = typeof description === 'object' ? ` (${(description.description ?? '').replace(/\.$/, '')})` : ''
  return {
    code: secretKeys.test(key) ? 'missing-secret-reference' : 'missing-key',
    path,
    message: `"${key}" is missing${where}`,
    remedy: `add "${key}:"${explained}`,
  }
}

function refused(issue: z.core.$ZodIssueCustom, value: unknown, path: Path): Finding {
  const parameter = (name: string): string | undefined => {
    const text: unknown = issue.params?.[name]
    return typeof text === 'string' ? text : undefined
  }
  const found = typeof value === 'object' ? '' : `, found ${describeValue(value)}`
  return {
    code: parameter('code') ?? 'bad-value',
    path,
    message: `${pathText(path)}: expected ${parameter('expected') ?? issue.message}${found}`,
    remedy: parameter('remedy') ?? 'correct the value',
  }
}

function notAmong(values: readonly string[], value: unknown, path: Path): Finding {
  const meant = typeof value === 'string' ? suggest(value, values) : undefined
  const last = path.at(-1)
  return {
    code: last === 'mode' || last === 'type' || last === 'kind' ? `unknown-${last}` : 'bad-value',
    path,
    message: `${pathText(path)}: expected ${values.length === 1 ? '' : 'one of '}${values.join(', ')}, found ${describeValue(value)}`,
    remedy: meant === undefined ? `write ${values.join(' or ')}` : `did you mean "${meant}"?`,
  }
}

function wrongType(expected: string, value: unknown, path: Path): Finding {
  const scalarForText = expected === 'a text' && (typeof value === 'number' || typeof value === 'boolean')
  const nothing = value === null || value === undefined
  const where = path.length === 0 ? 'the file' : pathText(path)
  return {
    code: 'wrong-type',
    path,
    message: `${where}: expected ${expected}, found ${describeValue(value)}`,
    remedy: scalarForText ? `write it in quotes: "${String(value)}"`
      : nothing ? `write ${expected} there, or remove the line`
      : `write ${expected}`,
  }
}

function outOfBounds(bound: string, origin: string, value: unknown, path: Path): Finding {
  const things = origin === 'array' ? `${bound} item${bound.endsWith(' 1') ? '' : 's'}` : `a whole number of ${bound}`
  const found = Array.isArray(value) ? `${value.length}` : describeValue(value)
  return {
    code: 'out-of-bounds',
    path,
    message: `${pathText(path)}: expected ${things}, found ${found}`,
    remedy: origin === 'array' ? 'add an item, or remove the key' : `write ${bound}`,
  }
}

/** A key of the form that its schema refuses; the schema says what was expected, as for values. */
function badKey(path: Path, issues: readonly Issue[]): Finding {
  const [first] = issues
  const parent = pathText(path.slice(0, -1))
  if (first?.code !== 'custom') {
    return { code: 'bad-value', path, at: 'key', message: `${parent}: the key "${String(path.at(-1))}" is not allowed`, remedy: 'correct the key' }
  }
  const { message, ...finding } = refused(first, path.at(-1), path)
  return { ...finding, at: 'key', message: message.replace(pathText(path), `keys of ${parent}`) }
}

/** Reports the variant that was meant: the only one that has the right type, else all types that would be right. */
function union(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: Path): Finding[] {
  if ('discriminator' in issue && issue.discriminator !== undefined && 'options' in issue) {
    return [notAmong((issue.options ?? []).map(String), valueAt(root, path), path)]
  }
  const meant = issue.errors.filter((errors) => !errors.every((error) => error.path.length === 0 && isTypeIssue(error)))
  if (meant.length === 1 && meant[0] !== undefined) return translate(meant[0], root, path)
  const value = valueAt(root, path)
  const custom = issue.errors.flat().find((error) => error.code === 'custom' && error.path.length === 0)
  if (custom?.code === 'custom' && typeof value !== 'object') return [refused(custom, value, path)]
  const expected = issue.errors.flat().flatMap((error) =>
    error.code === 'invalid_type' ? [describeType(error.expected)]
      : error.code === 'invalid_value' ? error.values.map(String)
      : [])
  return [wrongType([...new Set(expected)].toReversed().join(' or '), value, path)]
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'custom'
}
