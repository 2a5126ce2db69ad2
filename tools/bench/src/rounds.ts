import { rmSync } from 'node:fs'
import { peakMemory } from './memory.ts'
import { type Command, timed } from './process.ts'

/** One of the things that are compared. */
export interface Subject {
  name: string
  command: Command
  /** Brings everything back to where it was before the program ran; not timed. */
  prepare?: () => void | Promise<void>
  /** Whether it is a Node program, whose memory can be recorded. */
  node: boolean
}

/** What was measured of a subject: milliseconds of each round, and bytes where memory was recorded. */
export interface Measured {
  name: string
  milliseconds: number[]
  peakBytes: number | undefined
}

/**
 * Measures the subjects in turn, A B C A B C, so that whatever else the machine does meets all of them alike.
 *
 * @param rounds how often each is measured, after one run of each that only warms the caches of the machine
 */
export async function measure(
  subjects: readonly Subject[],
  { rounds, log }: { rounds: number; log: (line: string) => void },
): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, command, prepare, node } of subjects) {
    log(`  warming up: ${name}`)
    await prepare?.()
    measured.push({ name, milliseconds: [], peakBytes: node ? await peakMemory(command) : void (await timed(command)) })
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { name, command, prepare }] of subjects.entries()) {
      await prepare?.()
      const milliseconds = await timed(command)
      measured[index]?.milliseconds.push(milliseconds)
      log(`  round ${round}/${rounds}: ${name} ${milliseconds.toFixed(0)} ms`)
    }
  }
  return measured
}

/** Removes a folder with all in it, if there is one. */
export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
