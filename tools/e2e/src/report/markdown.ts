import type { Result } from './result.ts'

/** The report for people: a table of all results, then the figures of each. */
export function markdown(results: readonly Result[], versions: Readonly<Record<string, string>>): string {
  return [
    '# End-to-end report', '',
    Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '), '',
    '| mode | proof | outcome | seconds | |', '| --- | --- | --- | ---: | --- |',
    ...results.map(({ mode, kind, name, outcome, milliseconds, message }) =>
      `| ${mode} | ${kind} ${name} | ${outcome} | ${(milliseconds / 1000).toFixed(0)} | ${cell(message)} |`),
    '',
    ...results.filter(({ figures }) => figures.length > 0).flatMap(({ mode, name, title, figures }) => [
      `## ${mode}: ${name}`, '', title, '',
      '| measured | value | promised |', '| --- | --- | --- |',
      ...figures.map(({ what, value, promised = '' }) => `| ${cell(what)} | ${cell(value)} | ${cell(promised)} |`),
      '',
    ]),
  ].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 500)
}
