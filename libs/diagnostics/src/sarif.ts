import type { Diagnostic } from './diagnostic.ts'
import { explanationUrl } from './explanation.ts'

/** A SARIF 2.1.0 log, which code scanning services read. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function formatSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted()
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'thanos-fleet', rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string): object {
  const helpUri = explanationUrl(id)
  return helpUri === undefined ? { id } : { id, helpUri }
}

function resultOf(
  { severity, code, file, line, column, message, remedy }: Diagnostic,
  codes: readonly string[],
): object {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: `${message}\nhelp: ${remedy}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }],
  }
}
