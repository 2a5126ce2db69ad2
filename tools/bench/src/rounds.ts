import { peakMemory } from './memory.ts'
import { type Command, timed } from './process.ts'

/** One of the things that are compared. */
export interface Subject {
  name: string
  /** Makes ready what the program needs, which is not timed. */
  command: () => Command
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
  for (const { name, command, node } of subjects) {
    log(`  warming up: ${name}`)
    const first = command()
    measured.push({ name, milliseconds: [], peakBytes: node ? await peakMemory(first) : void (await timed(first)) })
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { name, command }] of subjects.entries()) {
      const milliseconds = await timed(command())
      measured[index]?.milliseconds.push(milliseconds)
      log(`  round ${round}/${rounds}: ${name} ${milliseconds.toFixed(0)} ms`)
    }
  }
  return measured
}
