import { suggest } from '@thanos-fleet/diagnostics'
import { seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
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
      const meant = suggest(name, names)
      return {
        code: 'unknown-receiver',
        path,
        also: [['alertmanager', 'receivers']],
        message: `unknown receiver "${name}"`,
        remedy:
          meant === undefined
            ? `add it to alertmanager.receivers, or use one of: ${names.join(', ')}`
            : `did you mean "${meant}"?`,
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

const matcher = /^\s*("[^"\\]+"|[\p{L}_:][\p{L}\p{N}_:.-]*)\s*(=|!=|=~|!~)\s*("([^"\\]|\\.)*"|[^\s"{},=~!]+)\s*$/u

/** Matchers as Alertmanager reads them; amtool has the last word in gen:validate. */
export const matchers: Check = ({ alertmanager }) =>
  (alertmanager?.routes ?? []).flatMap((route, index) =>
    route.matchers.flatMap((text, at): Finding[] => {
      if (matcher.test(text)) return []
      return [
        {
          code: 'bad-matcher',
          path: ['alertmanager', 'routes', index, 'matchers', at],
          message: `"${text}" is not an alert matcher`,
          remedy: `write a label, one of = != =~ !~, and a quoted value: 'severity="critical"'`,
        },
      ]
    }),
  )

/** Source: alertmanager/config, Route.UnmarshalYAML. */
export const groupBy: Check = ({ alertmanager }) => {
  const labels = alertmanager?.groupBy ?? []
  const path = ['alertmanager', 'groupBy']
  const all = labels.indexOf('...')
  const mixed: Finding[] =
    all < 0 || labels.length === 1
      ? []
      : [
          {
            code: 'bad-group-by',
            path: [...path, all],
            message: 'alertmanager.groupBy: "..." stands for all labels, and Alertmanager refuses it beside others',
            remedy: 'write groupBy: ["..."], or only the other labels',
          },
        ]
  return [...mixed, ...duplicates(labels, path, '', 'label')]
}

/** Alertmanager forgets that it notified when the log of notifications is older than its retention. */
export const repeatInterval: Check = ({ alertmanager }) => {
  if (alertmanager === null) return []
  const { repeatInterval, retention } = alertmanager
  if (seconds(repeatInterval) <= seconds(retention)) return []
  return [
    {
      code: 'repeat-interval-above-retention',
      path: ['alertmanager', 'repeatInterval'],
      also: [['alertmanager', 'retention']],
      message:
        `alertmanager.repeatInterval (${repeatInterval}) is longer than` + ` alertmanager.retention (${retention})`,
      remedy: 'lower repeatInterval or raise retention',
    },
  ]
}
