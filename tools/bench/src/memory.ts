import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, timed } from './process.ts'

/**
 * Runs a Node program once more, untimed, for the most memory it ever had: the recorder takes time to load.
 *
 * @returns the maximum of its resident set, in bytes, all threads together
 */
export async function peakMemory(command: Command): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-bench-'))
  try {
    const file = join(folder, 'memory')
    const recorder = new URL('./record-memory.ts', import.meta.url)
    recorder.searchParams.set('file', file)
    await timed({ ...command, args: ['--import', recorder.href, ...command.args] })
    return Number(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
