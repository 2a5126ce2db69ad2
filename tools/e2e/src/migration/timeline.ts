/** What a reader and a writer saw during a walk; times in Unix milliseconds. */
export interface Timeline {
  start: number
  end: number
  /** Each answer of the reader: the sum, or null where the query failed. */
  answers: readonly { time: number; value: number | null }[]
  /** What the sum must always be. */
  expected: number
  /** Slots of the writer that should have a sample, and whether it can be read back. */
  slots: { time: number; present: boolean }[]
  steps: { time: number; name: string }[]
}

const width = 1200
const left = 90
const right = 20
const rows = { sum: 150, samples: 270, errors: 330 }
const height = 400
/** Of the longest name of a step. */
const nameWidth = 100

/** The timeline as a picture: steps as marks, the sum as a line, samples present as a band, failed queries as dots. */
export function picture(timeline: Timeline): string {
  const x = (time: number) =>
    (left + ((time - timeline.start) / Math.max(1, timeline.end - timeline.start)) * (width - left - right)).toFixed(1)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>',
    ...marks(timeline, x),
    ...sums(timeline, x),
    ...samples(timeline, x),
    ...errors(timeline, x),
    ...axis(timeline, x),
    '</svg>',
    '',
  ].join('\n')
}

type Place = (time: number) => string

function marks({ steps }: Timeline, x: Place): string[] {
  return steps.flatMap(({ time, name }, index) => [
    `<line x1="${x(time)}" x2="${x(time)}" y1="80" y2="${height - 40}" stroke="#999" stroke-dasharray="3 3"/>`,
    // The last name would otherwise begin in the picture and end outside of it.
    `<text x="${x(time)}" y="${76 - (index % 4) * 16}" text-anchor="${Number(x(time)) > width - nameWidth / 2 ? 'end' : 'middle'}">${name}</text>`,
  ])
}

/** A sum of twice the expected value would be at the top. */
function sums({ answers, expected, start, end }: Timeline, x: Place): string[] {
  const y = (sum: number) => (rows.sum + 60 - Math.min(2, sum / expected) * 50).toFixed(1)
  const points = answers.flatMap(({ time, value }) => (value === null ? [] : [`${x(time)},${y(value)}`]))
  return [
    label('sum', rows.sum + 15),
    ...[0, 1, 2].map(
      (factor) =>
        `<text x="${left - 8}" y="${Number(y(factor * expected)) + 4}" text-anchor="end" fill="#777">${factor * expected}</text>`,
    ),
    `<line x1="${x(start)}" x2="${x(end)}" y1="${y(expected)}" y2="${y(expected)}" stroke="#cfc" stroke-width="6"/>`,
    `<polyline fill="none" stroke="#063" points="${points.join(' ')}"/>`,
  ]
}

function samples({ slots }: Timeline, x: Place): string[] {
  return [
    label('samples', rows.samples),
    ...bands(slots).map(
      ({ from, to, present }) =>
        `<rect x="${x(from)}" y="${rows.samples - 10}" width="${Math.max(1, Number(x(to)) - Number(x(from))).toFixed(1)}" height="14" fill="${present ? '#48a' : '#d33'}"/>`,
    ),
  ]
}

/** Neighbouring slots of the same kind become one rectangle. */
function bands(slots: Timeline['slots']): { from: number; to: number; present: boolean }[] {
  const found: { from: number; to: number; present: boolean }[] = []
  for (const { time, present } of slots) {
    const last = found.at(-1)
    if (last !== undefined) last.to = time
    if (last?.present !== present) found.push({ from: time, to: time, present })
  }
  return found
}

function errors({ answers }: Timeline, x: Place): string[] {
  const failed = answers.filter(({ value }) => value === null)
  return [
    label('errors', rows.errors),
    `<text x="${left}" y="${rows.errors}" fill="#777">${failed.length === 0 ? `none in ${answers.length} queries` : ''}</text>`,
    ...failed.map(({ time }) => `<circle cx="${x(time)}" cy="${rows.errors - 4}" r="3" fill="#d33"/>`),
  ]
}

function axis({ start, end }: Timeline, x: Place): string[] {
  const minutes = Math.floor((end - start) / 60_000)
  const every = Math.max(1, Math.ceil(minutes / 12))
  return Array.from({ length: Math.floor(minutes / every) + 1 }, (_, index) => index * every).map(
    (minute) =>
      `<text x="${x(start + minute * 60_000)}" y="${height - 14}" text-anchor="middle" fill="#555">${minute} min</text>`,
  )
}

function label(text: string, y: number): string {
  return `<text x="10" y="${y}">${text}</text>`
}
