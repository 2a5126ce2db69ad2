import { classNames } from './class-names.ts'
import { re2 } from './re2.ts'

/** Letters, digits, alternatives and wildcards, which no engine refuses: what most expressions consist of. */
const plain = /^(?:[\w:/;,@ |-]|\.[*+?]?)*$/

/** Why an expression is refused, in the words of Go, and what to write. */
export interface RegexProblem {
  message: string
  remedy: string
}

/**
 * Why Go's package regexp refuses an expression, which is the engine of Prometheus, Thanos and Alertmanager.
 *
 * @param options `anchored`: whether the program puts `^(?:` before the expression and `)$` behind it, by which `a)(b`
 *   becomes a valid one
 * @returns undefined for a valid expression. Some that Go takes are refused: see `classNames`.
 */
export function regexProblem(expression: string, { anchored = true } = {}): RegexProblem | undefined {
  if (plain.test(expression)) return undefined
  const text = withKnownClasses(expression)
  const alone = refusal(text)
  const problem = anchored ? refusal(`^(?s:${text})$`) : alone
  return problem === undefined ? undefined : said(alone ?? problem)
}

function refusal(text: string): string | undefined {
  const { RE2JS, RE2JSException } = re2()
  try {
    RE2JS.compile(text)
    return undefined
  } catch (error) {
    if (error instanceof RE2JSException) return error.message
    throw error
  }
}

/** Makes a name of characters that one of the two does not have into one that none has: `\p{Dash}` into `\p{?Dash}`. */
function withKnownClasses(expression: string): string {
  return expression.replaceAll(/\\(?:[pP]\{\^?([^}]*)\}|[^])/g, (escape, name?: string) =>
    name === undefined || classNames.has(name) ? escape : escape.replace('{', '{?'),
  )
}

/** The message of re2js, which is that of Go, about the text as it was written. */
function said(text: string): RegexProblem {
  const message = text.replace(/^error parsing regexp: /, '').replaceAll(/(\\[pP]\{)\?/g, '$1')
  return { message, remedy: /^missing argument/.test(message) ? repeated : syntax }
}

const repeated = 'write .* for any text, and \\* or \\? for the character itself'
const syntax = 'write it in the syntax of RE2, without lookaheads and backreferences'
