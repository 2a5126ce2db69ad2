/** One value of a flag. A number is written as it is, a switch as the flag's name alone. */
type FlagValue = string | number | boolean | readonly string[] | readonly number[]

/** Flags by name without dashes, for what no setting covers. */
export type ExtraFlags = Record<string, string | string[] | boolean>

/** Refuses the names that `Flags` lacks, also those that came by way of a spread, which TypeScript would let pass. */
type Known<Given, Flags> = { [Name in Exclude<keyof Given, keyof Flags>]: never }

/**
 * Writes the arguments of one program: its subcommand, then a `--name=value` a flag, in the order given.
 * Extra flags follow unchecked. One that is given already takes the earlier one's place, unless that is a list: those
 * are flags that a program takes several times, and it refuses to start when any other is repeated.
 * @throws RangeError when a value is wholly in quotes: there is no shell to take them off.
 */
export type ArgumentsOf<Flags> = <Given extends object>(
  flags: Given & Flags & Known<Given, Flags>,
  extra?: ExtraFlags,
) => string[]

/** For programs made with kingpin, where a switch is turned off with `--no-name`. */
export function kingpin<Flags>(...command: string[]): ArgumentsOf<Flags> {
  return (flags, extra = {}) => [
    ...command,
    ...write(without(flags, extra), kingpinSwitch),
    ...write(extra, kingpinSwitch),
  ]
}

/** For programs made with pflag, where a switch is turned off with `--name=false`. */
export function pflag<Flags>(): ArgumentsOf<Flags> {
  return (flags, extra = {}) => [...write(without(flags, extra), pflagSwitch), ...write(extra, pflagSwitch)]
}

function without(flags: object, extra: ExtraFlags): object {
  return Object.fromEntries(
    Object.entries(flags).filter(([name, value]) => Array.isArray(value) || !Object.hasOwn(extra, name)),
  )
}

const kingpinSwitch = (name: string, on: boolean) => (on ? `--${name}` : `--no-${name}`)
const pflagSwitch = (name: string, on: boolean) => `--${name}=${on}`

function write(flags: object, switchOf: (name: string, on: boolean) => string): string[] {
  return Object.entries<FlagValue | undefined>({ ...flags }).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (typeof value === 'boolean') return [switchOf(name, value)]
    const values = typeof value === 'object' ? value : [value]
    return values.map((one) => `--${name}=${unquoted(name, String(one))}`)
  })
}

function unquoted(name: string, value: string): string {
  if (/^(["']).*\1$/s.test(value)) {
    throw new RangeError(`--${name}: the quotes would be a part of the value, since no shell reads it: ${value}`)
  }
  return value
}
