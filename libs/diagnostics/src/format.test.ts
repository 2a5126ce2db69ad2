import { place } from '@thanos-fleet/product'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from './diagnostic.ts'
import { formatDiagnostics, formats } from './format.ts'
import { formatSarif } from './sarif.ts'

const error: Diagnostic = {
  severity: 'error',
  code: 'unknown-key',
  file: 'clusters/a/cluster.yaml',
  line: 3,
  column: 5,
  message: 'unknown key "stor"',
  remedy: 'did you mean "store"?',
}
const warning: Diagnostic = {
  severity: 'warning',
  code: 'setting-without-effect',
  file: 'clusters/b,c: 100%.yaml',
  message: 'no effect',
  remedy: 'remove it',
}

describe('text', () => {
  it('names place, severity, rule and remedy, and counts at the end', () => {
    expect(formatDiagnostics([error, warning])).toBe(
      [
        'clusters/a/cluster.yaml:3:5: error: unknown key "stor" [unknown-key]',
        '  help: did you mean "store"?',
        'clusters/b,c: 100%.yaml: warning: no effect [setting-without-effect]',
        '  help: remove it',
        'Found 1 error and 1 warning in 2 files',
        'See docs/diagnostics.md#setting-without-effect, #unknown-key',
        '',
      ].join('\n'),
    )
  })

  it('counts several errors of one file', () => {
    expect(formatDiagnostics([error, error, error])).toMatch(
      /Found 3 errors in 1 file\nSee docs\/diagnostics\.md#unknown-key\n$/,
    )
  })

  it('is empty when there is nothing to say', () => {
    expect(formatDiagnostics([])).toBe('')
  })
})

describe('json', () => {
  it('is read back as the same diagnostics, with the place of their explanations', () => {
    expect(JSON.parse(formatDiagnostics([error, warning], 'json'))).toEqual([
      { ...error, see: 'docs/diagnostics.md#unknown-key' },
      { ...warning, see: 'docs/diagnostics.md#setting-without-effect' },
    ])
  })
})

describe('github', () => {
  it('writes one command a diagnostic, with the remedy on a second line of its message', () => {
    expect(formatDiagnostics([error], 'github')).toBe(
      '::error file=clusters/a/cluster.yaml,line=3,col=5,title=unknown-key::unknown key' +
        ' "stor"%0Ahelp: did you mean "store"?\n',
    )
  })

  it('encodes what separates properties', () => {
    expect(formatDiagnostics([warning], 'github')).toContain('file=clusters/b%2Cc%3A 100%25.yaml,title=')
  })
})

describe('sarif', () => {
  it('links to pages only where the product says that it has a home', () => {
    const { rules } = JSON.parse(formatSarif([error], 'https://git.example.com/fleet/')).runs[0].tool.driver
    expect(rules).toMatchObject([{ helpUri: 'https://git.example.com/fleet/docs/diagnostics.md#unknown-key' }])
    const { homepage } = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8'))
    expect(formatSarif([error]).includes('helpUri')).toBe(homepage !== undefined)
  })

  it('refers from each result to its rule and its place', () => {
    const log = JSON.parse(formatDiagnostics([error, warning], 'sarif'))
    const [run] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(run.tool.driver.rules).toEqual([
      {
        id: 'setting-without-effect',
        shortDescription: { text: expect.stringMatching(/\w\.$/) },
        help: { text: 'See docs/diagnostics.md#setting-without-effect of thanos-fleet.' },
      },
      {
        id: 'unknown-key',
        shortDescription: { text: expect.stringMatching(/\w\.$/) },
        help: { text: 'See docs/diagnostics.md#unknown-key of thanos-fleet.' },
      },
    ])
    expect(run.results[0]).toMatchObject({
      ruleId: 'unknown-key',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'clusters/a/cluster.yaml' },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
    })
    expect(run.results[1].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'clusters/b,c:%20100%25.yaml' },
    })
  })
})

it.each(formats)('%s ends with a line end', (format) => {
  expect(formatDiagnostics([error], format).endsWith('\n')).toBe(true)
})
