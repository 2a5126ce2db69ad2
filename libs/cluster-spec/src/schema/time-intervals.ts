import { z } from 'zod'
import { field, nonEmpty, textOf } from './primitives.ts'

/**
 * A form that Alertmanager reads in time intervals. Source: https://prometheus.io/docs/alerting/latest/configuration/#time_interval
 * @param positionOf where a weekday, day, month or year stands among all; a range must not end before it begins
 */
function part(pattern: RegExp, expected: string, remedy: string, positionOf: (one: string) => number) {
  const isInOrder = (text: string) => {
    const [first = '', last = first] = text.split(':')
    const reachesBeyondEnd = first.startsWith('-') && !last.startsWith('-')
    return positionOf(first) <= positionOf(last) && !reachesBeyondEnd
  }
  const refusal = { code: 'bad-time-interval', expected, remedy }
  return z.array(textOf(pattern, 40, refusal, isInOrder)).min(1)
}

const time = textOf(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 5, {
  code: 'bad-time-interval',
  expected: 'a time of day',
  remedy: 'write hours and minutes, quoted: "09:00"; the end of a day is "24:00"',
})

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]
const day = `(${days.join('|')})`
const month = `(${monthNames.join('|')}|0?[1-9]|1[0-2])`
const dayOfMonth = '-?([1-9]|[12]\\d|3[01])'
const range = (one: string) => new RegExp(`^${one}(:${one})?$`)

/** Numbers of months and their names, of which January is 1. */
function positionOfMonth(one: string): number {
  return monthNames.includes(one) ? monthNames.indexOf(one) + 1 : Number(one)
}

/** Days below zero count from the end of the shortest month, of 28 days. Source: alertmanager/timeinterval, DayOfMonthRange */
function positionOfDay(one: string): number {
  return Number(one) < 0 ? 28 + Number(one) : Number(one)
}

const location = textOf(
  /^(UTC|[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)+)$/,
  64,
  {
    code: 'bad-time-interval',
    expected: 'a time zone of the IANA database',
    remedy: 'write one such as Europe/Berlin or UTC',
  },
  isTimeZone,
)

/** Go finds zones by the names of their files, and tells small letters from capital ones there; JavaScript does not. */
function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase()
  } catch {
    return false
  }
}

export const timeInterval = z.strictObject({
  name: nonEmpty,
  intervals: z
    .array(
      z.strictObject({
        times: field(z.array(z.strictObject({ start: time, end: time })).min(1), 'Times of the day.'),
        weekdays: field(
          part(
            range(day),
            'a weekday or a range from sunday to saturday',
            'write monday, or monday:friday; for a weekend write two: [saturday, sunday]',
            (one) => days.indexOf(one),
          ),
          'Days of the week.',
        ),
        daysOfMonth: field(
          part(
            range(dayOfMonth),
            'a day of the month or a range',
            'write "1:7", or "-3:-1" for the last three days; what spans the end of a month is two ranges',
            positionOfDay,
          ),
          'Days of the month; below zero they count from its end.',
        ),
        months: field(
          part(
            range(month),
            'a month or a range from january to december',
            'write december, or january:march; what spans the end of a year is two ranges',
            positionOfMonth,
          ),
          'Months.',
        ),
        years: field(part(range('\\d{4}'), 'a year or a range', 'write "2026", or "2026:2028"', Number), 'Years.'),
        location: field(location, 'The time zone; default: UTC.'),
      }),
    )
    .min(1)
    .describe('Times of which it is one.'),
})
