/** Told about every step of long work. */
export interface Progress {
  /** A line that stays. */
  line: (text: string) => void
  /** What a running step is doing; an empty text ends it. */
  status: (step: string, text: string) => void
  /** Ends live output. */
  stop: () => void
}

/** Where live progress can be written: a terminal or a pipe. */
export interface Output {
  readonly isTTY?: boolean
  readonly columns?: number
  write: (text: string) => unknown
}

const clearLine = '\r\u001b[K'
/** Redraw a terminal this often (ms); write to a pipe this often, so that CI sees that the work goes on (ms). */
const redrawEvery = 250
const reportEvery = 30_000

/** Passes lines to `log` and drops what is only of the moment. */
export function logProgress(log: (line: string) => void): Progress {
  return { line: log, status: () => undefined, stop: () => undefined }
}

/**
 * Shows running steps on one live line of a terminal, or as plain lines now and then in a pipe. Work that is over sooner
 * shows nothing.
 *
 * Written by hand, since none of the packages that were tried does both. `ora` 9 writes its first text to a pipe and then
 * nothing, and takes more than 100 ms to load, as long as the whole generation of a cluster. `listr2` 11 writes every change to a
 * pipe, and where a task fails it returns while others still run, which here would be outside of their lock.
 */
export function outputProgress(output: Output): Progress {
  const running = new Map<string, string>()
  const began = Date.now()
  const every = output.isTTY === true ? redrawEvery : reportEvery
  let last = began
  let isDrawn = false
  const erase = () => {
    if (isDrawn) output.write(clearLine)
    isDrawn = false
  }
  const report = () => {
    last = Date.now()
    erase()
    if (running.size === 0) return
    const summary = `${elapsed(began)} ${[...running].map(([step, text]) => `${step}: ${text}`).join(' | ')}`
    isDrawn = output.isTTY === true
    // A pseudo-terminal without a size says 0.
    output.write(isDrawn ? summary.slice(0, (output.columns || 80) - 1) : `${summary}\n`)
  }
  const timer = setInterval(report, every).unref()
  return {
    line(text) {
      erase()
      output.write(`${text}\n`)
    },
    status(step, text) {
      if (text === '') running.delete(step)
      else running.set(step, text)
      // For work that never lets the timer run.
      if (Date.now() - last >= every) report()
    },
    stop() {
      clearInterval(timer)
      erase()
    },
  }
}

/** Time since `began` (ms since the epoch) as `m:ss`. */
export function elapsed(began: number, now = Date.now()): string {
  const seconds = Math.round((now - began) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
