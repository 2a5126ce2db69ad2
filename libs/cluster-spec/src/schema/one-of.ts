import type { Refusal } from './primitives.ts'

/** The part of zod's transform context that is used here. */
interface Issues {
  addIssue: (issue: { code: 'custom'; input: unknown; params: Refusal; message: string }) => void
}

/**
 * Requires that at least one key of a mapping is there, and adds an issue otherwise.
 * @param whats what the mapping describes, for the message
 */
export function atLeastOne(value: object, variants: readonly string[], whats: string, context: Issues): void {
  if (variants.some((key) => key in value)) return
  const refusal: Refusal = {
    code: 'missing-key',
    expected: `${whats} with at least one of ${variants.join(', ')}`,
    remedy: `add one of: ${variants.join(', ')}`,
  }
  context.addIssue({ code: 'custom', input: value, params: refusal, message: refusal.expected })
}

/**
 * Requires that exactly one key of a mapping is there, and adds an issue otherwise.
 * Used in place of a union of mappings, whose errors would name every variant that was not meant.
 *
 * @param whats what the mapping describes, for the message: "credentials".
 * @param absent the code for none of them.
 */
export function exactlyOne(
  value: object,
  variants: readonly string[],
  whats: string,
  context: Issues,
  absent: 'missing-key' | 'missing-secret-reference' = 'missing-secret-reference',
): void {
  const present = variants.filter((key) => key in value)
  if (present.length === 1) return
  const refusal: Refusal = {
    code: present.length === 0 ? absent : 'too-many-variants',
    expected: `${whats} with exactly one of ${variants.join(', ')}`,
    remedy: present.length === 0 ? `add one of: ${variants.join(', ')}` : `keep only one of ${present.join(', ')}`,
  }
  context.addIssue({ code: 'custom', input: value, params: refusal, message: refusal.expected })
}
