import { suggest } from '@thanos-fleet/diagnostics'
import { ownValue } from '@thanos-fleet/json'
import type { z } from 'zod'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { pathText } from './describe.ts'
import { knownKeys, type Schema, schemasAt } from './schema-walk.ts'
import { refused } from './values.ts'

/** A key that its mapping does not have, with the one that was probably meant. */
export function unknownKey(key: string, root: unknown, parent: Path, schema?: () => Schema): Finding {
  if (key === '<<') return mergeKey([...parent, key])
  const known = knownKeys(parent, root, schema)
  const meant = suggest(key, known)
  const where = parent.length === 0 ? 'at the top level' : `in ${pathText(parent)}`
  return {
    code: 'unknown-key',
    path: [...parent, key],
    at: 'key',
    ...(meant === undefined ? {} : { also: [[...parent, meant]] }),
    message: `unknown key "${key}" ${where}`,
    remedy: meant === undefined ? `remove it; known keys: ${known.toSorted().join(', ')}` : `did you mean "${meant}"?`,
  }
}

function mergeKey(path: Path): Finding {
  return {
    code: 'yaml-merge-key',
    path,
    at: 'key',
    message: 'merge keys ("<<") are not part of YAML 1.2, and tools handle them differently',
    remedy: 'write the settings out, or use an alias for an entire section',
  }
}

const secretKeys = /^(credentials|tls|authentication|\w*[sS]ecret)$/

/** A key that must be there; one that refers to a Secret has a code of its own. */
export function missing(root: unknown, path: Path, schema?: () => Schema): Finding {
  const key = String(path.at(-1))
  const where = path.length === 1 ? '' : ` in ${pathText(path.slice(0, -1))}`
  const description = schemasAt(path.slice(0, -1), root, schema)
    .map((schema) => ownValue(schema.properties ?? {}, key))
    .find((schema) => typeof schema === 'object' && schema.description !== undefined)
  const explained = typeof description === 'object' ? ` (${(description.description ?? '').replace(/\.$/, '')})` : ''
  return {
    code: secretKeys.test(key) ? 'missing-secret-reference' : 'missing-key',
    path,
    message: `"${key}" is missing${where}`,
    remedy: `add "${key}:"${explained}`,
  }
}

/** A key of the form that its schema refuses; the schema says what was expected, as for values. */
export function badKey(path: Path, issues: readonly z.core.$ZodIssue[]): Finding {
  const [first] = issues
  const parent = pathText(path.slice(0, -1))
  if (first?.code !== 'custom') {
    return {
      code: 'bad-value',
      path,
      at: 'key',
      message: `${parent}: the key "${String(path.at(-1))}" is not allowed`,
      remedy: 'correct the key',
    }
  }
  const { message, ...finding } = refused(first, path.at(-1), path)
  return { ...finding, at: 'key', message: message.replace(pathText(path), () => `keys of ${parent}`) }
}
