import { receivedByLabel, replicaLabels, ruleLabelPrefix, tenantLabel } from '../replica-labels.ts'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** Labels by which replicas, receivers or tenants differ; Query would take clusters that set one for copies of one. */
export const reservedLabels: ReadonlySet<string> = new Set<string>([
  'replica',
  replicaLabels.prometheus,
  replicaLabels.receive,
  receivedByLabel,
  replicaLabels.rule,
  tenantLabel,
])

/** External labels tell the series and blocks of this cluster from all others: there must be one. */
export const externalLabels: Check = ({ externalLabels: labels }) => {
  const entries = Object.entries(labels)
  if (entries.length === 0) {
    return [
      {
        code: 'no-external-labels',
        path: ['externalLabels'],
        at: 'key',
        message:
          'externalLabels is empty: blocks of this cluster could not be told apart from others, and sidecars do not start',
        remedy: 'add at least one label, or remove the line: the default is cluster: <name>',
      },
    ]
  }
  return entries.flatMap(([name, value]) => {
    const path = ['externalLabels', name]
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
      return [
        {
          code: 'bad-label-name',
          path,
          at: 'key' as const,
          message: `externalLabels: "${name}" is not a valid Prometheus label name`,
          remedy: 'use letters, digits and "_", not starting with a digit',
        },
      ]
    }
    if (reservedLabels.has(name) || name.startsWith('__') || name.startsWith(ruleLabelPrefix)) {
      return [
        {
          code: 'reserved-label',
          path,
          at: 'key' as const,
          message: `externalLabels: "${name}" is reserved: the stack sets it itself`,
          remedy: `use another name; reserved are ${[...reservedLabels].join(', ')} and all names starting with "__" or "${ruleLabelPrefix}"`,
        },
      ]
    }
    return /^$|\$|\p{Cc}/u.test(value) ? [badValue(path, name, value)] : []
  })
}

/** An empty label is no label, and Prometheus replaces `$name` by an environment variable. */
function badValue(path: Path, name: string, value: string): Finding {
  const why =
    value === ''
      ? 'an empty value means no label'
      : value.includes('$')
        ? '"$" would be expanded as an environment variable'
        : 'control characters are not allowed'
  return {
    code: 'bad-label-value',
    path,
    message: `externalLabels.${name}: ${why}`,
    remedy: 'use a non-empty single line without "$"',
  }
}
