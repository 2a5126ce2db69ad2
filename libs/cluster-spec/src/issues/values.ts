import { suggest } from '@thanos-fleet/diagnostics'
import type { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { describeValue, pathText } from './describe.ts'
import { schemasAt } from './schema-walk.ts'

/** A value that its schema refuses in its own words (see Refusal in ../schema/primitives.ts). */
export function refused(issue: z.core.$ZodIssueCustom, value: unknown, path: Path): Finding {
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

/** A value that is none of those that are allowed. */
export function notAmong(values: readonly string[], value: unknown, path: Path): Finding {
  const meant = typeof value === 'string' ? suggest(value, values) : undefined
  const last = path.at(-1)
  return {
    code: last === 'mode' || last === 'type' || last === 'kind' ? `unknown-${last}` : 'bad-value',
    path,
    message:
      `${pathText(path)}: expected` +
      ` ${values.length === 1 ? '' : 'one of '}${values.join(', ')}, found ${describeValue(value)}`,
    remedy: meant === undefined ? `write ${values.join(' or ')}` : `did you mean "${meant}"?`,
  }
}

/** A value of another type than expected. */
export function wrongType(expected: string, value: unknown, path: Path): Finding {
  const scalarForText = expected === 'a string' && (typeof value === 'number' || typeof value === 'boolean')
  const nothing = value === null || value === undefined
  const where = path.length === 0 ? 'the file' : pathText(path)
  return {
    code: 'wrong-type',
    path,
    message: `${where}: expected ${expected}, found ${describeValue(value)}`,
    remedy: scalarForText
      ? `quote it: "${String(value)}"`
      : nothing
        ? `write ${expected} there, or remove the line`
        : `write ${expected}`,
  }
}

/** A number or a length of a list beyond its bounds. */
export function outOfBounds(bound: string, origin: string, value: unknown, path: Path): Finding {
  // Zod does not tell them apart.
  const number = schemasAt(path, {}).some(({ type }) => type === 'number') ? 'a number' : 'an integer'
  const things = origin === 'array' ? `${bound} item${bound.endsWith(' 1') ? '' : 's'}` : `${number} of ${bound}`
  const found = Array.isArray(value) ? `${value.length}` : describeValue(value)
  return {
    code: 'out-of-bounds',
    path,
    message: `${pathText(path)}: expected ${things}, found ${found}`,
    remedy:
      origin !== 'array'
        ? `write ${bound}`
        : bound.startsWith('at most')
          ? 'remove the others'
          : 'add an item, or remove the key',
  }
}
