/** How many tests, or steps, went how. */
export interface Counts {
  passed: number
  failed: number
}

/**
 * Reads Vitest's JSON report.
 *
 * @param text the report; undefined if Vitest died before writing it
 * @returns one failure more for each file that failed outside of its tests, and one failure for a missing report
 */
export function testCounts(text: string | undefined): Counts {
  const report: unknown = text === undefined ? undefined : JSON.parse(text)
  if (!isReport(report)) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** What each test of a report tried, how it went and how long it took, a line each. */
export function summaryOf(text: string | undefined): string[] {
  const report: unknown = text === undefined ? undefined : JSON.parse(text)
  if (!isReport(report)) return ['FAILED: no test ran']
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status, fullName = '', duration = 0 }) => {
      return `${status === 'passed' ? status : 'FAILED'}: ${fullName} (${(duration / 1000).toFixed(1)} s)`
    }),
  )
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string; fullName?: string; duration?: number }[] }[]
}

function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && 'numPassedTests' in value && 'testResults' in value
}
