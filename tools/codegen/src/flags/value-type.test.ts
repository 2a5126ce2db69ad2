import { describe, expect, it } from 'vitest'
import type { HelpFlag } from './help.ts'
import { answerOf } from './probe.ts'
import { choicesOf, kingpinType, typeOfRefusal } from './value-type.ts'

const flag: HelpFlag = { name: 'f', text: '', isSwitch: false, isNegatable: false, isRepeatable: false }

describe('choices in a text', () => {
  it.each([
    ['Format. Possible options: logfmt, json or journald.', ['logfmt', 'json', 'journald']],
    ['Versions. Allowed values: ["1.2", "1.3"]', ['1.2', '1.3']],
    ['Severity. One of: [debug, info]', ['debug', 'info']],
    ['One of concurrent, recursive. When set to concurrent, many.', ['concurrent', 'recursive']],
    ['Path of a file.', []],
  ])('%s', (text, choices) => {
    expect(choicesOf(text)).toEqual(choices)
  })
})

describe('type of a flag', () => {
  it.each([
    ["enum value must be one of error,warn, got 'x'", `'error' | 'warn'`],
    ['time: invalid duration "x"', 'GoDuration'],
    ['not a valid duration string: "x"', 'Duration'],
    ['strconv.ParseFloat: parsing "x": invalid syntax', 'number'],
    ['units: invalid x', 'Bytes'],
    ['no such file', undefined],
  ])('follows from the refusal %s', (message, type) => {
    expect(typeOfRefusal(message)).toBe(type)
  })

  it('is text when nonsense is accepted and the help lists nothing', async () => {
    expect(await kingpinType(flag, () => Promise.resolve({ kind: 'accepted' }))).toBe('string')
  })

  it('is text when the list lacks the default, because then the list is not the choices', async () => {
    const listing = { ...flag, text: 'One of a, b.', standard: 'c' }
    expect(await kingpinType(listing, () => Promise.resolve({ kind: 'accepted' }))).toBe('string')
  })

  it('is a switch where a value is one argument too many', () => {
    expect(typeOfRefusal('error parsing commandline arguments: unexpected probe-first')).toBe('boolean')
  })

  it('fails for a flag that the program does not know, so that a hidden flag is proven', async () => {
    await expect(kingpinType(flag, () => Promise.resolve({ kind: 'unknown-flag' }))).rejects.toThrow('--f')
  })
})

describe('answer of a program', () => {
  it('tells whose value was refused, though the arguments are repeated in the error', () => {
    const error = 'error parsing: [thanos --a=probe-first --b=probe-last]: bad duration'
    expect(answerOf(`${error} "probe-first"`, 'probe-first').kind).toBe('refused')
    expect(answerOf(`${error} "probe-last"`, 'probe-first').kind).toBe('accepted')
  })

  it('is an error when it mentions neither value', () => {
    expect(() => answerOf('required flag --c not provided', 'probe-first')).toThrow('no answer')
  })
})
