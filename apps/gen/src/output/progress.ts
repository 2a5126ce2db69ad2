import type { WriteStream } from 'node:tty'

/** Shorter runs are over before anyone wonders. */
const silentFor = 300
const interval = 100

/**
 * Shows how far a run is, on one line that is overwritten; says nothing where the output is not a terminal.
 *
 * @returns `update`, to be called as often as one likes, and `clear`, which removes the line
 */
export function progressLine(stream: WriteStream, now: () => number = Date.now) {
  const start = now()
  let last = 0
  return {
    update(done: number, total: number): void {
      const time = now()
      if (!stream.isTTY || time - start < silentFor || time - last < interval) return
      last = time
      stream.write(`\r${done} of ${total} clusters`)
    },
    clear(): void {
      if (last > 0) stream.write('\r\u001B[K')
    },
  }
}
