/** Told about every step of a build. */
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
/** Redraw a terminal this often (ms); write to a pipe this often, so that CI sees the build lives (ms). */
const redrawEvery = 250
const reportEvery = 30_000

/** Passes lines to `log` and drops what is only of the moment. */
export function logProgress(log: (line: string) => void): Progress {
  return { line: log, status: () => undefined, stop: () => undefined }
}

/** Shows running steps on one live line of a terminal, or as plain lines now and then in a pipe. */
export function outputProgress(output: Output): Progress {
  const running = new Map<string, string>()
  const began = Date.now()
  const summary = () => `${elapsed(began)} ${[...running].map(([step, text]) => `${step}: ${text}`).join(' | ')}`
  const report = () => {
    if (running.size === 0) return
    // a pseudo-terminal without a size says 0
    const columns = (output.columns || 80) - 1
    output.write(output.isTTY ? clearLine + summary().slice(0, columns) : `${summary()}\n`)
  }
  const timer = setInterval(report, output.isTTY ? redrawEvery : reportEvery).unref()
  return {
    line: (text) => output.write(`${output.isTTY ? clearLine : ''}${text}\n`),
    status: (step, text) => (text === '' ? running.delete(step) : running.set(step, text)),
    stop: () => {
      clearInterval(timer)
      if (output.isTTY) output.write(clearLine)
    },
  }
}

/** Time since `began` (ms since the epoch) as `m:ss`. */
export function elapsed(began: number, now = Date.now()): string {
  const seconds = Math.round((now - began) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
