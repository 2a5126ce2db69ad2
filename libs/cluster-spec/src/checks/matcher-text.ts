/** A matcher of alerts. */
export interface AlertMatcher {
  operator: string
  /** What Alertmanager may take for the value: it has two readers, of which each may refuse a text. */
  values: [string, ...string[]]
}

const form = /^\s*("[^"\\]+"|[\p{L}_:][\p{L}\p{N}_:.-]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^\s"{},=~!]+)\s*$/u

/**
 * Reads one matcher. The classic reader of Alertmanager takes names of ASCII and leaves unknown escapes as they are; the
 * one for UTF-8 takes other names, and values in quotes only with the escapes of Go.
 * Source: pkg/labels/parse.go, matcher/parse and matcher/compat (the fallback) of Alertmanager v0.34.0
 *
 * @returns undefined when both refuse the text
 */
export function matcherOf(text: string): AlertMatcher | undefined {
  const [, name = '', operator = '', written = ''] = form.exec(text) ?? []
  const inner = /^"(.*)"$/s.exec(written)?.[1]
  const classic = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name) ? classicValue(inner ?? written) : undefined
  const utf8 = inner === undefined ? unquotedValue(written) : goValue(inner)
  const [first, ...others] = [classic, utf8].filter((value) => value !== undefined)
  return first === undefined ? undefined : { operator, values: [first, ...others] }
}

function classicValue(inner: string): string {
  return inner.replaceAll(/\\([n"\\])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
}

/** Without quotes, the reader for UTF-8 takes nothing that is reserved. Source: matcher/parse/lexer.go, isReserved */
function unquotedValue(written: string): string | undefined {
  return written === '' || /[\s{}!=~,\\"'`]/.test(written) ? undefined : written
}

const escapes = /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-7]{3}|[^]|$)/g

/** The text in double quotes as Go's strconv.Unquote reads it. Escapes of bytes that are no ASCII are not taken here. */
function goValue(inner: string): string | undefined {
  let valid = !inner.includes('\n')
  const value = inner.replaceAll(escapes, (_, escape: string) => {
    const character = characterOf(escape)
    valid &&= character !== undefined
    return character ?? ''
  })
  return valid ? value : undefined
}

const letters = new Map(Object.entries({ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }))

/** What an escape stands for, which is told without its backslash. */
function characterOf(escape: string): string | undefined {
  if (escape === '\\' || escape === '"') return escape
  if (escape.length < 2) return letters.get(escape)
  const code = /^\d/.test(escape) ? parseInt(escape, 8) : parseInt(escape.slice(1), 16)
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code > (/^u/i.test(escape) ? 0x10ffff : 0x7f) || surrogate ? undefined : String.fromCodePoint(code)
}
