import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flagRegexProblem, regexFlags } from './regex-flags.ts'

const generated = join(import.meta.dirname, '../../../flags/src/generated')

/** The flags of a program that its --help calls regular expressions. */
function described(program: string): string[] {
  const text = readFileSync(join(generated, `${program}.ts`), 'utf8')
  const flags = [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\n\s*'?([\w.-]+)'?\?:/g)]
  return flags.flatMap(([, help = '', name = '']) => (/regexp?\b|regular expression/i.test(help) ? [name] : []))
}

test.each(['prometheus', 'node-exporter'] as const)('every flag of %s that is an expression is checked', (program) => {
  expect(described(program).toSorted()).toEqual([...(regexFlags[program] ?? [])].toSorted())
})

test.each(['alertmanager', 'config-reloader', 'thanos-query', 'thanos-store', 'thanos-rule', 'thanos-receive'])(
  'no flag of %s is said to be an expression',
  (program) => {
    expect(described(program)).toEqual([])
  },
)

test('an expression is anchored where the program does so', () => {
  expect(flagRegexProblem('prometheus', 'web.cors.origin', 'a)(b')).toBeUndefined()
  expect(flagRegexProblem('node-exporter', 'collector.vmstat.fields', 'a)(b')?.message).toBe('unexpected ): `a)(b`')
})

test('each item of a list of kube-state-metrics is an expression', () => {
  expect(flagRegexProblem('kube-state-metrics', 'metric-opt-in-list', 'a,*b')?.message).toMatch(/^missing argument/)
})
