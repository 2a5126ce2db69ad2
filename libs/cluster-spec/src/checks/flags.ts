import type { Finding } from '../finding.ts'
import { sectionsOf } from '../sections.ts'
import type { Check } from './check.ts'

/** Flags reach their program as they are written: no shell takes quotes off, and no line ends. */
export const flagValues: Check = (spec) =>
  sectionsOf(spec).flatMap(({ path, settings: { extraFlags } }) =>
    Object.entries(extraFlags).flatMap(([name, value]) => {
      if (typeof value === 'boolean') return []
      const at = [...path, 'extraFlags', name]
      if (typeof value === 'string') return isPlain(value) ? [] : [badValue(at, value)]
      return value.flatMap((item, index) => (isPlain(item) ? [] : [badValue([...at, index], item)]))
    }),
  )

function isPlain(value: string): boolean {
  return !/\p{Cc}/u.test(value) && !/^(["']).*\1$/.test(value)
}

function badValue(path: NonNullable<Finding['path']>, value: string): Finding {
  return {
    code: 'bad-flag-value',
    path,
    message: `no shell reads ${JSON.stringify(value.slice(0, 60))}: quotes and control characters would be a part of the value`,
    remedy: 'write one line, without quotes inside of those of YAML',
  }
}
