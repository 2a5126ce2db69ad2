import { receivedByLabel, replicaLabels, tenantLabel } from '../replica-labels.ts'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** Labels by which replicas, receivers or tenants differ; Query would take clusters that set one for copies of one. */
const reserved = new Set<string>([
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
          'externalLabels is empty: blocks of this cluster could not be told from others, and sidecars do not start',
        remedy: 'write at least one label, or remove the line: the default is cluster: <name>',
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
          message: `externalLabels: "${name}" is not the name of a Prometheus label`,
          remedy: 'use letters, digits and "_", with no digit first',
        },
      ]
    }
    if (reserved.has(name) || name.startsWith('__')) {
      return [
        {
          code: 'reserved-label',
          path,
          at: 'key' as const,
          message: `externalLabels: "${name}" is set by the stack itself`,
          remedy: `use another name; reserved are ${[...reserved].join(', ')}, and all that begin with "__"`,
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
      ? 'an empty value is no label'
      : value.includes('$')
        ? '"$" would be replaced by an environment variable'
        : 'control characters cannot be shown'
  return {
    code: 'bad-label-value',
    path,
    message: `externalLabels.${name}: ${why}`,
    remedy: 'write one line of text that is not empty and without "$"',
  }
}
