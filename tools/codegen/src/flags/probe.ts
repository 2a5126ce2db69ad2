import { execFile } from 'node:child_process'
import type { Program } from './programs.ts'

/** What a program answers to a value that no number, duration or list of choices would accept. */
export type Answer =
  | { readonly kind: 'unknown-flag' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly message: string }

/** Asks whether a flag takes a value. */
export type Probe = (flag: string, value: string) => Promise<Answer>

/** A value of the wrong kind for every type but text. */
export const nonsense = 'probe-first'

/**
 * Asks a kingpin program. It parses values in the order of its arguments and stops at the first wrong one, so the
 * program never starts: either the flag's value is refused, or the sentinel's behind it.
 */
export function kingpinProbe(binary: string, program: Program): Probe {
  return async (flag, value) => {
    const output = await refusal(binary, [...program.command, `--${flag}=${value}`, `--${program.sentinel}=probe-last`])
    return answerOf(output, value)
  }
}

/** Reads the error of a kingpin program. @throws Error when the program says nothing about either value. */
export function answerOf(output: string, value: string): Answer {
  const errors = output
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .join('\n')
    // Thanos repeats its arguments in brackets, values included.
    .replace(/\[[^\]]*\]: /g, '')
  if (/unknown long flag/.test(errors)) return { kind: 'unknown-flag' }
  if (errors.includes('probe-last')) return { kind: 'accepted' }
  if (errors.includes(value)) return { kind: 'refused', message: errors }
  throw new Error(`no answer about "${value}" in: ${output.slice(-500)}`)
}

/** Everything a command prints. @throws Error when it succeeds, which a probe must never do. */
function refusal(binary: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(binary, args, { timeout: 20_000, env: { COLUMNS: '200' } }, (error, stdout, stderr) => {
      if (error === null || error.killed === true) reject(new Error(`not refused: ${binary} ${args.join(' ')}`))
      else resolve(`${stdout}\n${stderr}`)
    })
  })
}
