import { parseArgs } from 'node:util'

export const tasks = ['generation', 'nothing-to-do', 'one-edited', 'validation'] as const
export type Task = (typeof tasks)[number]

export interface Arguments {
  /** Numbers of clusters, ascending. */
  sizes: number[]
  tasks: Task[]
  /** How often everything is measured; undefined: by the size. */
  rounds: number | undefined
  seed: number
  /** The file that gets the table as Markdown. */
  out: string | undefined
}

export const usage = `Usage: node tools/bench/src/main.ts [--sizes 1,10,100,1000] [--only ${tasks.join(',')}]
                                    [--rounds NUMBER] [--seed NUMBER] [--out FILE.md]`

/** @returns undefined if the command line is wrong */
export function argumentsOf(args: readonly string[]): Arguments | undefined {
  const text = { type: 'string' } as const
  const options = { sizes: text, only: text, rounds: text, seed: text, out: text }
  try {
    const { values } = parseArgs({ args: [...args], options })
    const sizes = (values.sizes ?? '1,10,100,1000')
      .split(',')
      .map(Number)
      .sort((a, b) => a - b)
    const only = (values.only ?? tasks.join(',')).split(',')
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
    const seed = Number(values.seed ?? 1)
    const numbers = [...sizes, seed, rounds ?? 1]
    if (!numbers.every((number) => Number.isInteger(number) && number > 0)) return undefined
    if (!only.every((name) => tasks.some((task) => task === name))) return undefined
    return { sizes, tasks: tasks.filter((task) => only.includes(task)), rounds, seed, out: values.out }
  } catch {
    return undefined
  }
}
