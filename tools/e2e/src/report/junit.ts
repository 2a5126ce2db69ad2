import type { Result } from './result.ts'

/** The report for continuous integration, in the format of JUnit. */
export function junit(results: readonly Result[]): string {
  const failures = results.filter(({ outcome }) => outcome === 'failed').length
  const errors = results.filter(({ outcome }) => outcome === 'error').length
  const cases = results.map((result) => {
    const { mode, kind, name, milliseconds, outcome, message } = result
    const open = `  <testcase classname="${escape(`e2e.${mode}.${kind}`)}" name="${escape(name)}" time="${(milliseconds / 1000).toFixed(3)}"`
    const inside =
      outcome === 'failed'
        ? `<failure message="${escape(message)}"/>`
        : outcome === 'error'
          ? `<error message="${escape(message)}"/>`
          : outcome === 'not run'
            ? `<skipped message="${escape(message)}"/>`
            : ''
    return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`
  })
  const skipped = results.filter(({ outcome }) => outcome === 'not run').length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="e2e" tests="${results.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' }

/** Control characters are not allowed in XML at all. */
function escape(text: string): string {
  return [...text]
    .filter((character) => character === '\n' || character >= ' ')
    .join('')
    .replace(/[&<>"\n]/g, (character) => entities[character] ?? '')
}
