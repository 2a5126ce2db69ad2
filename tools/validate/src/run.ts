import { spawn } from 'node:child_process'

/** What a finished process left. */
export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a program to its end. @throws Error when it cannot be started. */
export function run(program: string, args: readonly string[], input?: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', code => {
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    })
    // A program that does not read its input may close it first; its exit code tells what matters.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
  })
}

/** Runs the tasks, at most `limit` at a time; results are in the order of the items. */
export async function eachLimited<Item, Result>(
  items: readonly Item[], limit: number, task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index]
      if (item !== undefined) results[index] = await task(item, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}
