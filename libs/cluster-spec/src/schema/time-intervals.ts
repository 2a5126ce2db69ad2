import { z } from 'zod'
import { field, nonEmpty, textOf } from './primitives.ts'

/** A form that Alertmanager reads in time intervals. Source: https://prometheus.io/docs/alerting/latest/configuration/#time_interval */
function part(pattern: RegExp, expected: string, remedy: string) {
  return z.array(textOf(pattern, 40, { code: 'bad-time-interval', expected, remedy })).min(1)
}

const time = textOf(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 5, {
  code: 'bad-time-interval',
  expected: 'a time of day',
  remedy: 'write hours and minutes, quoted: "09:00"; the end of a day is "24:00"',
})

const day = '(sunday|monday|tuesday|wednesday|thursday|friday|saturday)'
const month = '(january|february|march|april|may|june|july|august|september|october|november|december|0?[1-9]|1[0-2])'
const dayOfMonth = '-?([1-9]|[12]\\d|3[01])'
const range = (one: string) => new RegExp(`^${one}(:${one})?$`)

const location = textOf(
  /^(UTC|[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+)$/,
  64,
  {
    code: 'bad-time-interval',
    expected: 'a time zone of the IANA database',
    remedy: 'write one such as Europe/Berlin or UTC',
  },
  isTimeZone,
)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
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
          part(range(day), 'a weekday or a range', 'write monday, or monday:friday'),
          'Days of the week.',
        ),
        daysOfMonth: field(
          part(range(dayOfMonth), 'a day of the month or a range', 'write "1:7", or "-3:-1" for the last three days'),
          'Days of the month; below zero they count from its end.',
        ),
        months: field(part(range(month), 'a month or a range', 'write december, or january:march'), 'Months.'),
        years: field(part(range('\\d{4}'), 'a year or a range', 'write "2026", or "2026:2028"'), 'Years.'),
        location: field(location, 'The time zone; default: UTC.'),
      }),
    )
    .min(1)
    .describe('Times of which it is one.'),
})
