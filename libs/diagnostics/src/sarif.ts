import { productHomepage, productVersion } from '@thanos-fleet/product'
import type { Diagnostic } from './diagnostic.ts'
import { explanationOf, meaningOf } from './explanation.ts'

/**
 * A SARIF 2.1.0 log, which code scanning services read. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 *
 * @param homepage the address below which `docs/` can be read. Where the product has none, rules name the page and link to
 *   nothing
 */
export function formatSarif(diagnostics: readonly Diagnostic[], homepage = productHomepage()): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted()
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'thanos-fleet',
            version: productVersion(),
            rules: codes.map((code) => ruleOf(code, homepage)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(id: string, homepage: string | undefined): object {
  const [page, text] = [explanationOf(id), meaningOf(id)]
  if (page === undefined || text === undefined) return { id }
  const rule = { id, shortDescription: { text }, help: { text: `See ${page} of thanos-fleet.` } }
  return homepage === undefined ? rule : { ...rule, helpUri: `${homepage.replace(/\/$/, '')}/${page}` }
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
