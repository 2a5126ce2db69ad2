/** A sample of a page of metrics. */
export interface Sample {
  metric: string
  labels: Record<string, string>
  value: number
}

const name = /[a-zA-Z_:][\w:]*/y
const string = /"((?:[^"\\]|\\.)*)"/y
const blank = /[ \t]*/y
const value = /[^ \t#]+/y

/**
 * The sample that a line has; its time and its exemplar are left out.
 * @returns null for comments, empty lines and what is no sample
 */
export function sampleOf(line: string): Sample | null {
  const reader = new Reader(line)
  const bare = reader.take(name)
  const braced = reader.braced()
  if (braced === null || (bare !== undefined && braced.metric !== undefined)) return null
  const metric = bare ?? braced.metric
  if (metric === undefined) return null
  const number = numberOf(reader.take(value))
  return number === null ? null : { metric, labels: braced.labels, value: number }
}

/** Takes a line apart, from its begin to its end. */
class Reader {
  readonly #line: string
  #offset = 0

  constructor(line: string) {
    this.#line = line
    this.take(blank)
  }

  /** What stands here, or its only group, if it is of this form. Blanks behind it are passed over. */
  take(form: RegExp): string | undefined {
    form.lastIndex = this.#offset
    const found = form.exec(this.#line)
    if (found === null) return undefined
    blank.lastIndex = form.lastIndex
    blank.test(this.#line)
    this.#offset = blank.lastIndex
    return found[1] ?? found[0]
  }

  takes(character: string): boolean {
    return this.take(new RegExp(`\\${character}`, 'y')) !== undefined
  }

  /** Labels in braces, among which the metric may be, in quotes. @returns null when they are not as they have to be */
  braced(): { metric?: string; labels: Record<string, string> } | null {
    const labels: [string, string][] = []
    if (!this.takes('{')) return { labels: {} }
    let metric: string | undefined
    while (!this.takes('}')) {
      const quoted = this.take(string)
      const label = quoted === undefined ? this.take(name) : unescaped(quoted)
      if (label === undefined) return null
      if (this.takes('=')) {
        const text = this.take(string)
        if (text === undefined) return null
        labels.push([label, unescaped(text)])
      } else if (quoted !== undefined && metric === undefined) metric = label
      else return null
      if (!this.takes(',') && !this.stands('}')) return null
    }
    return { ...(metric === undefined ? {} : { metric }), labels: Object.fromEntries(labels) }
  }

  stands(character: string): boolean {
    return this.#line.startsWith(character, this.#offset)
  }
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
}

/** A number as Go's ParseFloat reads it, as far as programs write such. */
function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^[+-]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (/^nan$/i.test(text)) return NaN
  const number = Number(text)
  return Number.isNaN(number) ? null : number
}
