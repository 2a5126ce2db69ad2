import { longestSuffix } from '@thanos-fleet/catalog'
import { didYouMean } from '@thanos-fleet/diagnostics'
import { parse } from 'yaml'
import type { Finding } from '../finding.ts'
import type { Check } from './check.ts'
import { statefulSetsOf } from '../workloads.ts'

/** A cluster is found by its folder, so that the two must agree. */
export const nameIsFolder: Check = ({ name }, { folder }) => {
  if (name === folder) return []
  return [
    {
      code: 'name-differs-from-folder',
      path: ['name'],
      message: `cluster name "${name}" differs from its folder "${folder}"`,
      remedy: `write name: ${folder}, or rename the folder`,
    },
  ]
}

export const channelExists: Check = ({ channel }, { channels }) => {
  if (channels.some((known) => known === channel)) return []
  return [
    {
      code: 'unknown-channel',
      path: ['channel'],
      message: `unknown versions channel "${channel}"`,
      remedy: didYouMean(channel, channels, `use one of: ${channels.join(', ')}`),
    },
  ]
}

/** A ring that the fleet does not list has no place in the order of its rollouts. */
export const ringListed: Check = ({ ring }, { rings, written }) => {
  if (rings === null || rings.includes(ring)) return []
  return [
    {
      code: 'unlisted-ring',
      path: ['ring'],
      message: `the ring "${ring}"${written(['ring']) ? '' : ', the default,'} is not in the rings of fleet.yaml`,
      remedy: didYouMean(ring, rings, `write ring: ${rings.join(' or ')}, or add the ring to fleet.yaml`),
    },
  ]
}

/**
 * The controller writes `<StatefulSet>-<ten characters>` into a label of each pod, and a label's value has 63
 * characters at most: longer names make a StatefulSet without pods (kubernetes#64023).
 */
const longestStatefulSet = 52

export const derivedNames: Check = (spec) =>
  statefulSetsOf(spec)
    .filter(({ workload }) => workload.length > longestStatefulSet)
    .map(({ workload, path }): Finding => ({
      code: 'derived-name-too-long',
      path,
      message:
        `the StatefulSet "${workload}" would have a name of ${workload.length} characters; the` +
        ` maximum is ${longestStatefulSet}`,
      remedy: `shorten the name by ${workload.length - longestStatefulSet} characters`,
    }))

/** Each has its own objects and pages: more than any cluster has, and still generated within seconds. */
const mostStatefulSets = 1000

export const fewStatefulSets: Check = (spec) => {
  const { length } = statefulSetsOf(spec)
  if (length <= mostStatefulSets) return []
  return [
    {
      code: 'too-many-workloads',
      path: ['store', 'shards'],
      also: [['store', 'timePartitions'], ['additionalBuckets'], ['receive', 'hashrings']],
      message: `the cluster would have ${length} StatefulSets; the maximum is ${mostStatefulSets}`,
      remedy: 'write fewer shards, partitions, hashrings or zones; raise replicas instead',
    },
  ]
}

/** Two StatefulSets of one name would overwrite each other: ring "a" with zone "b-c", ring "a-b" with zone "c". */
export const derivedNamesUnique: Check = (spec) => {
  const firsts = new Map<string, Finding['path']>()
  return statefulSetsOf(spec).flatMap(({ workload, path }): Finding[] => {
    const first = firsts.get(workload)
    if (first === undefined) {
      firsts.set(workload, path)
      return []
    }
    return [
      {
        code: 'duplicate-name',
        path,
        also: [first],
        message: `two StatefulSets would be named "${workload}"`,
        remedy: 'change one of the names it is derived from',
      },
    ]
  })
}

const ownedByKubernetes = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease'])

/** Whether a name is text without quotes, in the version of YAML that Kubernetes reads and in today's. */
function isText(name: string): boolean {
  return (['1.1', '1.2'] as const).every((version) => typeof parse(name, { version }) === 'string')
}

/** What runs with the node's privileges has a namespace of its own, whose name must be valid too. */
const longestNamespace = 63 - longestSuffix.length

export const namespaceUsable: Check = ({ namespace, networkPolicy }) => {
  const finding = (message: string, remedy: string): Finding => ({
    code: 'bad-namespace',
    path: ['namespace'],
    message,
    remedy,
  })
  if (ownedByKubernetes.has(namespace)) {
    return [
      finding(
        `the namespace "${namespace}" belongs to Kubernetes, and the stack sets default-deny policies in its namespace`,
        'use a separate namespace for the stack, for example thanos',
      ),
    ]
  }
  if (namespace === networkPolicy.dns.namespace) {
    return [
      finding(
        `the namespace "${namespace}" is the namespace of the DNS server`,
        'use a separate namespace for the stack',
      ),
    ]
  }
  if (!isText(namespace)) {
    return [
      finding(
        `YAML reads the namespace "${namespace}" as something other than text, and Kustomize drops the quotes in places`,
        `use a name that is text without quotes: thanos-${namespace}`,
      ),
    ]
  }
  if (namespace.length > longestNamespace) {
    return [
      finding(
        `"${namespace}${longestSuffix}", the namespace of node-exporter, would be longer than 63 characters`,
        `use at most ${longestNamespace} characters`,
      ),
    ]
  }
  return []
}
