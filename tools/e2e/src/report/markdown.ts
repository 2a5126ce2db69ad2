import { markdownTable } from '@thanos-fleet/text/tables'
import type { Result } from './result.ts'

/** The report for people: a table of all results, then the figures of each. */
export function markdown(results: readonly Result[], versions: Readonly<Record<string, string>>): string {
  return [
    '# End-to-end report',
    '',
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    '',
    markdownTable(['mode', 'proof', 'outcome', 'seconds', ''], results.map(rowOf), { numbers: [3] }),
    '',
    ...results
      .filter(({ figures }) => figures.length > 0)
      .flatMap(({ mode, name, title, figures }) => [
        `## ${mode}: ${name}`,
        '',
        title,
        '',
        markdownTable(
          ['measured', 'value', 'promised'],
          figures.map(({ what, value, promised = '' }) => [what, value, promised].map(short)),
        ),
        '',
      ]),
  ].join('\n')
}

function rowOf({ mode, kind, name, outcome, milliseconds, message }: Result): string[] {
  return [mode, `${kind} ${name}`, outcome, (milliseconds / 1000).toFixed(0), short(message)]
}

function short(text: string): string {
  return text.slice(0, 500)
}
