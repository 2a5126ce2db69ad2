/** `npm run bench`: how long generation and validation take, against the limits of the machine and other programs. */
import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { type Arguments, argumentsOf, usage } from './arguments.ts'
import type { Comparison } from './cases/case.ts'
import { generation } from './cases/generation.ts'
import { nothingToDo } from './cases/nothing-to-do.ts'
import { oneEdited } from './cases/one-edited.ts'
import { validation } from './cases/validation.ts'
import { createFleet } from './fleet.ts'
import { markdown, rows, text } from './table.ts'

/** Always the same folders, since the generator remembers each folder that it has worked in. */
const place = resolve(import.meta.dirname, '../../../node_modules/.cache/thanos-fleet-bench')
/** Validation grows with the number of clusters alone, and a thousand would take the better part of an hour. */
const mostValidated = 100

const order = ['generation', 'nothing to do', 'one edited', 'validation']
const log = (line: string) => process.stderr.write(`${line}\n`)
const args = argumentsOf(process.argv.slice(2))
if (args === undefined) {
  log(usage)
  process.exitCode = 64
} else {
  removeAll()
  try {
    print(args, rows(await compareAll(args)))
  } finally {
    // Last, since it takes long: hundreds of thousands of files.
    removeAll()
  }
}

function print(args: Arguments, table: string[][]): void {
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`
  const machine = `Node ${process.version}, ${processor}; seed ${args.seed}.`
  process.stdout.write(`${text(table)}\n\n${machine}\n`)
  if (args.out !== undefined) writeFileSync(args.out, `${markdown(table)}\n${machine}\n`)
}

async function compareAll({ sizes, tasks, rounds, seed }: Arguments): Promise<Comparison[]> {
  const validated = sizes.filter((size) => size <= mostValidated).at(-1)
  const comparisons: Comparison[] = []
  for (const clusters of sizes) {
    let count = 0
    const create = () => createFleet(join(place, `${clusters}-${(count += 1)}`), clusters, seed)
    const run = async (name: string, compare: typeof generation, usual: number) => {
      log(`${name}, ${clusters} cluster(s)`)
      comparisons.push(await compare({ clusters, create, rounds: rounds ?? usual, log }))
    }
    if (tasks.includes('generation')) await run('generation', generation, clusters >= 1000 ? 3 : 7)
    if (tasks.includes('nothing-to-do')) await run('nothing to do', nothingToDo, 7)
    if (tasks.includes('one-edited')) await run('one edited', oneEdited, 7)
    if (tasks.includes('validation') && clusters === validated) await run('validation', validation, 3)
  }
  return comparisons.toSorted((a, b) => order.indexOf(a.task) - order.indexOf(b.task))
}

function removeAll(): void {
  rmSync(place, { recursive: true, force: true })
}
