import { componentOf, configurableNames, sectionOf } from '@thanos-fleet/catalog'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { pathText } from './describe.ts'

/** What is said to whoever switches off what cannot be switched off; null where that was not meant. */
export function notOptional(value: unknown, path: Path): Finding | null {
  if (value !== false) return null
  const section = path.join('.')
  const name = configurableNames.find(
    (name) => sectionOf(name) === section || sectionOf(name).startsWith(`${section}.`),
  )
  const presence = name === undefined ? undefined : componentOf(name).presence
  if (presence === undefined || !('because' in presence)) return null
  return {
    code: 'component-not-optional',
    path,
    message: `${pathText(path)} cannot be switched off: ${presence.because}`,
    remedy: 'remove the line, or write settings there',
  }
}
