import { $ } from 'zx'

/** The first `1.2.3` in what a tool printed about itself, or undefined. */
export function findVersion(text: string): string | undefined {
  return /\bv?(\d+\.\d+\.\d+(?:-[\w.]+)?)/.exec(text)?.[1]
}

/** Asks a program for its version (without `v`); undefined when it does not start, say one or end. */
export async function reportedVersion(program: string, args: readonly string[]): Promise<string | undefined> {
  const answer = await $({ quiet: true, nothrow: true, timeout: '10s' })`${program} ${args}`
  return findVersion(`${answer.stdout}\n${answer.stderr}`)
}
