import type { z } from 'zod'
import type { Finding } from '../finding.ts'
import { valueAt } from '../yaml/paths.ts'
import type { Path } from '../yaml/position.ts'
import { describeType, pathText } from './describe.ts'
import type { Schema } from './schema-walk.ts'
import { badKey, missing, unknownKey } from './keys.ts'
import { notOptional } from './switch.ts'
import { notAmong, outOfBounds, refused, wrongType } from './values.ts'

type Issue = z.core.$ZodIssue

/**
 * What zod found wrong in parsed data, as findings in the words of people.
 * @param schema of the whole file, which knows keys and explanations; by default that of cluster.yaml
 */
export function translate(
  issues: readonly Issue[],
  root: unknown,
  prefix: Path = [],
  schema?: () => Schema,
): Finding[] {
  return issues.flatMap((issue) => translateOne(issue, root, [...prefix, ...plainPath(issue.path)], schema))
}

function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((element) => (typeof element === 'number' ? element : String(element)))
}

function translateOne(issue: Issue, root: unknown, path: Path, schema?: () => Schema): Finding[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, root, path, schema))
  const value = valueAt(root, path)
  if (value === undefined && path.length > 0) return [missing(root, path, schema)]
  switch (issue.code) {
    case 'custom':
      return [refused(issue, value, path)]
    case 'invalid_union':
      return union(issue, root, path, schema)
    case 'invalid_value':
      return [notAmong(issue.values.map(String), value, path)]
    case 'invalid_type':
      return [notOptional(value, path) ?? wrongType(describeType(issue.expected), value, path)]
    case 'too_small':
      return [outOfBounds(`at least ${issue.minimum}`, issue.origin, value, path)]
    case 'too_big':
      return [outOfBounds(`at most ${issue.maximum}`, issue.origin, value, path)]
    case 'invalid_key':
      return [badKey(path, issue.issues)]
    default:
      return [{ code: 'bad-value', path, message: `${pathText(path)}: ${issue.message}`, remedy: 'correct the value' }]
  }
}

/** Reports the variant that was meant: the only one that has the right type, else all types that would be right. */
function union(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: Path, schema?: () => Schema): Finding[] {
  if ('discriminator' in issue && issue.discriminator !== undefined && 'options' in issue) {
    return [notAmong((issue.options ?? []).map(String), valueAt(root, path), path)]
  }
  const meant = issue.errors.filter((errors) => !errors.every((error) => error.path.length === 0 && isTypeIssue(error)))
  if (meant.length === 1 && meant[0] !== undefined) return translate(meant[0], root, path, schema)
  const value = valueAt(root, path)
  const ofMapping = issue.errors.flat().find((error) => error.code === 'custom' && isAboutVariants(error))
  if (ofMapping?.code === 'custom' && typeof value === 'object') return [refused(ofMapping, value, path)]
  const custom = issue.errors.flat().find((error) => error.code === 'custom' && error.path.length === 0)
  if (custom?.code === 'custom' && typeof value !== 'object') return [refused(custom, value, path)]
  const expected = issue.errors
    .flat()
    .flatMap((error) =>
      error.code === 'invalid_type'
        ? [describeType(error.expected)]
        : error.code === 'invalid_value'
          ? error.values.map(String)
          : [],
    )
  return [wrongType([...new Set(expected)].toReversed().join(' or '), value, path)]
}

/** Whether a mapping of the right kind has too many or too few of the keys of which it must have one (exactlyOne). */
function isAboutVariants(issue: z.core.$ZodIssueCustom): boolean {
  const code: unknown = issue.params?.['code']
  return issue.path.length === 0 && (code === 'too-many-variants' || code === 'missing-key')
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'custom'
}
