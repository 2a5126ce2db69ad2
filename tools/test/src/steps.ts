/** One thing that `npm test` does: a program of this repository, run from the workspace's root. */
export interface Step {
  name: string
  /** The program, found in node_modules/.bin or on PATH, and its arguments. */
  command: readonly [string, ...string[]]
}

/** Everything before the tests, in order: what fails early here is the cheapest to know. */
export const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint and boundaries', command: ['eslint', '.'] },
]

/**
 * The tests themselves, last, so that their summary ends the output.
 *
 * @param report where Vitest writes its results as JSON
 */
export function vitest(report: string): Step {
  return {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  }
}
