import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'
import { sectionsOf } from '../sections.ts'
import { statefulSetsOf } from '../workloads.ts'

/** A local volume is on one node; replicas that must be on different nodes need as many of them. */
export const enoughNodes: Check = (spec) => {
  const nodes = spec.storage.local?.nodes
  if (nodes === undefined || spec.topology.antiAffinity !== 'required') return []
  return statefulSetsOf(spec)
    .filter(({ replicas }) => replicas > nodes.length)
    .map(({ workload, replicas, path }): Finding => ({
      code: 'too-few-nodes',
      path,
      also: [
        ['storage', 'local', 'nodes'],
        ['topology', 'antiAffinity'],
      ],
      message:
        `${workload} has ${replicas} replicas that must run on different nodes, but` +
        ` storage.local.nodes lists only ${nodes.length}`,
      remedy: 'list more nodes, reduce the replicas, or write topology.antiAffinity: preferred',
    }))
}

export const nodesOnce: Check = ({ storage }) =>
  duplicates(storage.local?.nodes ?? [], ['storage', 'local', 'nodes'], '', 'node')

/** Volumes on named nodes have a class of their own, which nothing provisions. */
export const classOrLocal: Check = (spec) => {
  const { storage } = spec
  if (storage.local === null) return []
  const classes: [Path, string | null][] = [
    [['storage', 'class'], storage.class],
    ...sectionsOf(spec).map(({ path, settings }): [Path, string | null] => [
      [...path, 'storageClass'],
      'storageClass' in settings ? (settings.storageClass ?? null) : null,
    ]),
  ]
  return classes.flatMap(([path, name]): Finding[] =>
    name === null
      ? []
      : [
          {
            code: 'class-with-local-volumes',
            path,
            also: [['storage', 'local']],
            message:
              `${path.join('.')} (${name}) has no effect with storage.local, whose volumes` +
              ' have the class local-storage',
            remedy: `remove ${path.join('.')} or storage.local`,
          },
        ],
  )
}

/** One node cannot keep replicas apart, nor mount volumes of other nodes. */
export const singleNode: Check = ({ topology, storage }) => {
  if (topology.singleNode === null) return []
  const finding = (path: Finding['path'], message: string, remedy: string): Finding[] => [
    {
      code: 'single-node-conflict',
      ...(path === undefined ? {} : { path }),
      also: [['topology', 'singleNode']],
      message,
      remedy,
    },
  ]
  return [
    ...(topology.antiAffinity !== 'required'
      ? []
      : finding(
          ['topology', 'antiAffinity'],
          `topology.singleNode schedules everything on ${topology.singleNode}, but antiAffinity keeps replicas apart`,
          'write antiAffinity: none, or remove singleNode',
        )),
    ...(storage.local === null || storage.local.nodes.includes(topology.singleNode)
      ? []
      : finding(
          ['storage', 'local', 'nodes'],
          `topology.singleNode is ${topology.singleNode}, which is not in storage.local.nodes`,
          `write nodes: [${topology.singleNode}]`,
        )),
  ]
}

/** What Kubernetes says about a toleration. */
export const tolerations: Check = (spec) =>
  sectionsOf(spec).flatMap(({ path, settings }) => {
    return ('tolerations' in settings ? settings.tolerations : []).flatMap((toleration, index): Finding[] => {
      const problem =
        toleration.operator === 'Exists' && toleration.value !== undefined
          ? 'operator Exists takes no value'
          : toleration.operator !== 'Exists' && toleration.key === undefined
            ? 'without a key, the operator must be Exists'
            : undefined
      return problem === undefined
        ? []
        : [
            {
              code: 'bad-toleration',
              path: [...path, 'tolerations', index],
              message: `${path.join('.')}.tolerations[${index}]: ${problem}`,
              remedy: 'write {key, operator: Exists} or {key, value, effect}',
            },
          ]
    })
  })
