import { productionAlertmanager } from '../defaults/alertmanager.ts'
import type { Finding } from '../finding.ts'
import type { HttpClient } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** Beside Alertmanagers that others run there is none that the other settings of the section could be about. */
export const externalAlertmanagers: Check = ({ externalAlertmanagers: elsewhere }, { written }) => {
  if (elsewhere === null) return []
  const external = ['alertmanager', 'external']
  const unused = Object.keys(productionAlertmanager)
    .map((key) => ['alertmanager', key])
    .filter(written)
    .map((path): Finding => ({
      severity: 'warning',
      code: 'setting-without-effect',
      path,
      at: 'key',
      also: [external],
      message: `${path.join('.')} has no effect: the Alertmanagers of alertmanager.external are others'`,
      remedy: 'remove it, or alertmanager.external',
    }))
  return [...unused, ...twoLogins(elsewhere, external)]
}

/** One request has one login. */
export function twoLogins({ basicAuth, authorization }: HttpClient, path: Path): Finding[] {
  if (basicAuth === undefined || authorization === undefined) return []
  return [
    {
      code: 'two-logins',
      path: [...path, 'authorization'],
      at: 'key',
      also: [[...path, 'basicAuth']],
      message: 'a request has either basicAuth or authorization',
      remedy: 'remove one of the two',
    },
  ]
}
