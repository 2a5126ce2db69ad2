import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { reservedLabels } from './external-labels.ts'

/** Labels and annotations of alerts, as Prometheus takes them. Which alerts there are is for libs/rules to say. */
export const alertTexts: Check = (spec) => {
  const { alerts, alertLabels, externalLabels } = spec
  const external = new Set(Object.keys(externalLabels))
  return [
    ...labelFindings(alertLabels, ['alertLabels'], external),
    ...Object.entries(alerts).flatMap(([name, settings]) =>
      settings === false
        ? []
        : [
            ...labelFindings(settings.labels ?? {}, ['alerts', name, 'labels'], external),
            ...nameFindings(Object.keys(settings.annotations ?? {}), ['alerts', name, 'annotations']),
          ],
    ),
  ]
}

function labelFindings(labels: Record<string, string>, path: Path, external: ReadonlySet<string>): Finding[] {
  const names = Object.keys(labels)
  return [
    ...nameFindings(names, path),
    ...names.flatMap((name): Finding[] => {
      const why = reasonAgainst(name, external)
      if (why === undefined) return []
      const message = `${path.join('.')}: "${name}" cannot be set here: ${why.message}`
      return [{ code: 'reserved-label', path: [...path, name], at: 'key', message, remedy: why.remedy }]
    }),
    ...Object.entries(labels)
      .filter(([, value]) => value === '' || /\p{Cc}/u.test(value))
      .map(([name]): Finding => ({
        code: 'bad-label-value',
        path: [...path, name],
        message: `${path.join('.')}.${name}: the value is empty or has control characters`,
        remedy: 'use a non-empty single line',
      })),
  ]
}

function reasonAgainst(name: string, external: ReadonlySet<string>): { message: string; remedy: string } | undefined {
  if (name === 'severity')
    return {
      message: 'each alert has a severity of its own',
      remedy: 'write severity beside labels: alerts.<name>.severity',
    }
  if (name === 'alertname' || name.startsWith('__') || reservedLabels.has(name))
    return { message: 'the stack sets it itself', remedy: 'use another name' }
  if (external.has(name))
    return { message: 'it is one of externalLabels, which every alert has', remedy: 'use another name, or remove it' }
  return undefined
}

function nameFindings(names: readonly string[], path: Path): Finding[] {
  return names
    .filter((name) => !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name))
    .map((name) => ({
      code: 'bad-label-name',
      path: [...path, name],
      at: 'key',
      message: `${path.join('.')}: "${name}" is not a valid Prometheus label name`,
      remedy: 'use letters, digits and "_", not starting with a digit',
    }))
}
