import type { Finding } from '../finding.ts'
import { regexProblem } from '../regex/problem.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { matcherOf } from './matcher-text.ts'

/** Matchers as Alertmanager reads them; amtool has the last word in gen:validate. */
export const matchers: Check = ({ alertmanager }) => {
  const lists: { path: Path; texts: readonly string[] }[] = [
    ...(alertmanager?.routes ?? []).map((route, index) => ({
      path: ['alertmanager', 'routes', index, 'matchers'],
      texts: route.matchers,
    })),
    ...(alertmanager?.inhibitRules ?? []).flatMap((rule, index) =>
      (['sourceMatchers', 'targetMatchers'] as const).map((key) => ({
        path: ['alertmanager', 'inhibitRules', index, key],
        texts: rule[key],
      })),
    ),
  ]
  return lists.flatMap(({ path, texts }) =>
    texts.flatMap((text, at): Finding[] => {
      const problem = matcherProblem(text)
      return problem === undefined ? [] : [{ code: 'bad-matcher', path: [...path, at], ...problem }]
    }),
  )
}

function matcherProblem(text: string): { message: string; remedy: string } | undefined {
  const matcher = matcherOf(text)
  if (matcher === undefined)
    return {
      message: `"${text}" is not an alert matcher`,
      remedy: `write a label, one of = != =~ !~, and a quoted value: 'severity="critical"'`,
    }
  if (matcher.operator === '=' || matcher.operator === '!=') return undefined
  // Where it reads a value in two ways, it takes the one that it can compile.
  const problems = matcher.values.map((value) => regexProblem(value))
  const [problem] = problems
  if (problem === undefined || problems.includes(undefined)) return undefined
  const message = `"${text}" has no valid regular expression: ${problem.message}`
  return { message, remedy: problem.remedy }
}
