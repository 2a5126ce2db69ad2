import { didYouMean } from '@thanos-fleet/diagnostics'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import { pathText } from '../issues/describe.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

/** Routes must lead to receivers that exist. */
export const receiversExist: Check = ({ alertmanager }) => {
  if (alertmanager === null) return []
  const { receivers, defaultReceiver, routes } = alertmanager
  const names = receivers.map(({ name }) => name)
  const uses: { path: Path; name: string }[] = [
    { path: ['alertmanager', 'defaultReceiver'], name: defaultReceiver },
    ...routes.map(({ receiver }, index) => ({ path: ['alertmanager', 'routes', index, 'receiver'], name: receiver })),
  ]
  return uses
    .filter(({ name }) => !names.includes(name))
    .map(({ path, name }): Finding => {
      return {
        code: 'unknown-receiver',
        path,
        also: [['alertmanager', 'receivers']],
        message: `unknown receiver "${name}"`,
        remedy: didYouMean(name, names, `add it to alertmanager.receivers, or use one of: ${names.join(', ')}`),
      }
    })
}

export const receiverNames: Check = ({ alertmanager }) =>
  duplicates(
    (alertmanager?.receivers ?? []).map(({ name }) => name),
    ['alertmanager', 'receivers'],
    'name',
    'receiver',
  )

/** Source: alertmanager/config, Route.UnmarshalYAML. */
export const groupBy: Check = ({ alertmanager }) => {
  const routes = alertmanager?.routes ?? []
  return [
    ...groupByFindings(alertmanager?.groupBy ?? [], ['alertmanager', 'groupBy']),
    ...routes.flatMap((route, index) =>
      groupByFindings(route.groupBy ?? [], ['alertmanager', 'routes', index, 'groupBy']),
    ),
  ]
}

function groupByFindings(labels: readonly string[], path: Path): Finding[] {
  const all = labels.indexOf('...')
  const mixed: Finding[] =
    all < 0 || labels.length === 1
      ? []
      : [
          {
            code: 'bad-group-by',
            path: [...path, all],
            message: `${pathText(path)}: "..." stands for all labels, and Alertmanager refuses it beside others`,
            remedy: 'write groupBy: ["..."], or only the other labels',
          },
        ]
  return [...mixed, ...duplicates(labels, path, '', 'label')]
}

/** Alertmanager forgets that it notified when the log of notifications is older than its retention. */
export const repeatInterval: Check = ({ alertmanager }) => {
  if (alertmanager === null) return []
  const { retention, routes } = alertmanager
  const intervals: { path: Path; interval: Duration | undefined }[] = [
    { path: ['alertmanager', 'repeatInterval'], interval: alertmanager.repeatInterval },
    ...routes.map((route, index) => ({
      path: ['alertmanager', 'routes', index, 'repeatInterval'],
      interval: route.repeatInterval,
    })),
  ]
  return intervals.flatMap(({ path, interval }): Finding[] => {
    if (interval === undefined || seconds(interval) <= seconds(retention)) return []
    return [
      {
        code: 'repeat-interval-above-retention',
        path,
        also: [['alertmanager', 'retention']],
        message: `${pathText(path)} (${interval}) is longer than alertmanager.retention (${retention})`,
        remedy: 'lower repeatInterval or raise retention',
      },
    ]
  })
}

/** Time intervals that routes name must exist, and their times must begin before they end. */
export const timeIntervals: Check = ({ alertmanager }) => {
  if (alertmanager === null) return []
  const names = alertmanager.timeIntervals.map(({ name }) => name)
  const uses = alertmanager.routes.flatMap((route, index) =>
    (['muteTimeIntervals', 'activeTimeIntervals'] as const).flatMap((key) =>
      (route[key] ?? []).map((name, at) => ({ name, path: ['alertmanager', 'routes', index, key, at] })),
    ),
  )
  return [
    ...duplicates(names, ['alertmanager', 'timeIntervals'], 'name', 'time interval'),
    ...uses.filter(({ name }) => !names.includes(name)).map(({ name, path }) => unknownInterval(name, path, names)),
    ...alertmanager.timeIntervals.flatMap(({ intervals }, index) =>
      intervals.flatMap(({ times = [] }, interval) =>
        times.flatMap(({ start, end }, at): Finding[] => {
          if (start < end) return []
          return [
            {
              code: 'time-interval-empty',
              path: ['alertmanager', 'timeIntervals', index, 'intervals', interval, 'times', at, 'end'],
              message: `the time from ${start} to ${end} does not end after it starts`,
              remedy: 'for a time that spans midnight write two: one until "24:00", and one from "00:00"',
            },
          ]
        }),
      ),
    ),
  ]
}

function unknownInterval(name: string, path: Path, names: readonly string[]): Finding {
  return {
    code: 'unknown-time-interval',
    path,
    also: [['alertmanager', 'timeIntervals']],
    message: `unknown time interval "${name}"`,
    remedy: didYouMean(name, names, 'add it to alertmanager.timeIntervals'),
  }
}

/** A login of a mail server is complete, and is not sent in the clear: Go's client refuses that in any case. */
export const mailLogin: Check = ({ alertmanager }) =>
  (alertmanager?.receivers ?? []).flatMap(({ email = [] }, index) => {
    const path = ['alertmanager', 'receivers', index, 'email']
    const mails = Array.isArray(email)
      ? email.map((mail, at) => ({ mail, place: [...path, at] }))
      : [{ mail: email, place: path }]
    return mails.flatMap(({ mail, place }): Finding[] => {
      const { username, passwordSecret, requireTls = true, smarthost } = mail
      if ((username === undefined) !== (passwordSecret === undefined)) {
        const [has, lacks] = username === undefined ? ['passwordSecret', 'username'] : ['username', 'passwordSecret']
        const message = `${pathText(place)} has ${has}, but no ${lacks}`
        return [{ code: 'mail-login', path: place, at: 'key', message, remedy: `add ${lacks}, or remove ${has}` }]
      }
      if (username === undefined || requireTls || smarthost.endsWith(':465')) return []
      const message = `${pathText(place)}: the password would be sent unencrypted, which Alertmanager refuses`
      const remedy = 'remove requireTls: false, use port 465, which is encrypted from the start, or remove the login'
      return [{ code: 'mail-login', path: [...place, 'requireTls'], message, remedy }]
    })
  })
