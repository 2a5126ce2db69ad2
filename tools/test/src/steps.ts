/** One thing that `npm test` does: a program of this repository, run from the workspace's root. */
export interface Step {
  name: string
  /** The program, found in node_modules/.bin or on PATH, and its arguments. */
  command: readonly [string, ...string[]]
}

/**
 * Everything before the tests, in stages: what later ones need first, and the steps of one stage beside each other. Most keep
 * one processor busy.
 */
export const stages: readonly (readonly Step[])[] = [
  [{ name: 'command-line tools', command: ['node', 'tools/cli-tools/src/main.ts'] }],
  [
    { name: 'schemas', command: ['node', 'tools/schemas/src/main.ts'] },
    // The rule about boundaries reads the graph that this leaves behind.
    { name: 'projects', command: ['nx', 'show', 'projects'] },
  ],
  [
    { name: 'lint and boundaries', command: ['eslint', '.'] },
    {
      name: 'types',
      command: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
    },
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
    {
      name: 'import cycles',
      command: ['depcruise', '--config', 'dependency-cruiser.config.js', 'apps', 'libs', 'tools'],
    },
    { name: 'generated types', command: ['node', 'tools/codegen/src/main.ts', '--check'] },
    { name: 'generated overlays', command: ['node', 'apps/gen/src/main.ts', 'check'] },
    { name: 'servers of the end-to-end test', command: ['go', 'test', '-C', 'tools/e2e/fixture', './...'] },
  ],
  [{ name: 'validation', command: ['node', 'apps/gen/src/main.ts', 'validate'] }],
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
