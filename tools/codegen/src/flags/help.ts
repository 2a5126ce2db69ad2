/** One flag as the help of a program describes it. */
export interface HelpFlag {
  readonly name: string
  /** The help's text in one line. */
  readonly text: string
  /** Whether the flag stands alone, without a value. */
  readonly isSwitch: boolean
  /** Whether `--no-name` is accepted. */
  readonly isNegatable: boolean
  readonly isRepeatable: boolean
  /** The default as the help shows it, without quotes; undefined when there is none. */
  readonly standard?: string
  /** The type's name, which only pflag prints. */
  readonly typeName?: string
}

interface Entry {
  readonly head: string
  readonly text: string
}

const startsFlag = /^ +(?:-\w, )? *--(?<head>\S.*)$/

/** Splits a help into flags: a line with `--`, and the lines of its text below. Text starts after two spaces. */
function entriesOf(help: string): Entry[] {
  const entries: Entry[] = []
  for (const line of help.slice(help.search(/^Flags:/m)).split('\n')) {
    const head = startsFlag.exec(line)?.groups?.['head']
    const last = entries.at(-1)
    if (head !== undefined) {
      const [name = '', ...text] = head.split(/ {2,}/)
      entries.push({ head: name, text: text.join(' ').trim() })
    } else if (last !== undefined && line.trim() !== '') {
      entries[entries.length - 1] = { head: last.head, text: `${last.text} ${line.trim()}`.trim() }
    }
  }
  return entries
}

/** Reads the help of a program made with kingpin: `--[no-]switch`, `--name="default"`, `--name=PLACEHOLDER ...`. */
export function readKingpinHelp(help: string): HelpFlag[] {
  return entriesOf(help).map(({ head, text }) => {
    const isNegatable = head.startsWith('[no-]')
    const [, name = '', value] = /^(?:\[no-\])?([^=]+?)(?:=(.*))?$/s.exec(head.replace(/ \.\.\.$/, '')) ?? []
    const standard = value === undefined ? undefined : defaultOf(name, value)
    return {
      name,
      text,
      isSwitch: value === undefined,
      isNegatable,
      isRepeatable: head.endsWith(' ...'),
      ...(standard === undefined ? {} : { standard }),
    }
  })
}

/** A flag without a default has a placeholder in its place: its own name in capitals, or words in angle brackets. */
function defaultOf(name: string, value: string): string | undefined {
  if (value === name.toUpperCase() || value.startsWith('<')) return undefined
  return value.replace(/^"(.*)"$/s, '$1')
}

/** Reads the help of a program made with pflag: `--name type   text (default value)`; a switch has no type. */
export function readPflagHelp(help: string): HelpFlag[] {
  return entriesOf(help).map(({ head, text }) => {
    const [name = '', typeName] = head.split(' ')
    const standard = /\(default "?(.*?)"?\)$/.exec(text)?.[1]
    return {
      name,
      text,
      isSwitch: typeName === undefined,
      isNegatable: false,
      isRepeatable: typeName === 'strings' || typeName === 'stringArray',
      ...(standard === undefined ? {} : { standard }),
      ...(typeName === undefined ? {} : { typeName }),
    }
  })
}
