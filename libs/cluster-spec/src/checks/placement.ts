import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'
import { labelValue, qualifiedName } from './kubernetes-labels.ts'
import { sectionsOf } from '../sections.ts'
import { hostLabel, localNodesFor, zoneLabel } from '../local-nodes.ts'
import { statefulSetsOf } from '../workloads.ts'

/** A local volume is on one node; replicas that must be on different nodes need as many of them. */
export const enoughNodes: Check = (spec) => {
  const { local } = spec.storage
  if (local === null || spec.topology.antiAffinity !== 'required') return []
  return statefulSetsOf(spec).flatMap(({ workload, replicas, path, nodeSelector }): Finding[] => {
    const nodes = localNodesFor(local, nodeSelector).length
    // Without any, `nodesOfSelector` says so.
    if (replicas <= nodes || nodes === 0) return []
    const zone = nodeSelector[zoneLabel]
    return [
      {
        code: 'too-few-nodes',
        path,
        also: [
          ['storage', 'local', zone === undefined ? 'nodes' : 'zones'],
          ['topology', 'antiAffinity'],
        ],
        message:
          `${workload} has ${replicas} replicas that must run on different nodes, but` +
          (zone === undefined
            ? ` storage.local.nodes lists only ${nodes}`
            : ` storage.local.zones lists only ${nodes} in zone ${zone}`),
        remedy: 'list more nodes, reduce the replicas, or write topology.antiAffinity: preferred',
      },
    ]
  })
}

/** A volume on a node that its pod may not run on keeps the pod Pending for good. */
export const nodesOfSelector: Check = (spec) => {
  const { local } = spec.storage
  if (local === null || spec.topology.singleNode !== null) return []
  return statefulSetsOf(spec).flatMap(({ workload, nodeSelector, selectorPath }): Finding[] => {
    if (localNodesFor(local, nodeSelector).length > 0) return []
    const zone = nodeSelector[zoneLabel]
    return [
      {
        code: 'local-volumes-elsewhere',
        path: selectorPath,
        also: [['storage', 'local']],
        message:
          zone === undefined
            ? `${workload} runs on ${nodeSelector[hostLabel]}, which is not in storage.local.nodes`
            : `${workload} runs in zone ${zone} only, and storage.local does not say which nodes are there`,
        remedy:
          zone === undefined
            ? 'add the node to storage.local.nodes, or remove the selector'
            : `list them: storage.local.zones: {${zone}: [<node>]}; each must be in storage.local.nodes too`,
      },
    ]
  })
}

/** A node is in one zone, and volumes are made on the nodes of the list only. */
export const nodesOfZones: Check = ({ storage: { local } }) => {
  const all = Object.entries(local?.zones ?? {}).flatMap(([zone, nodes]) =>
    nodes.map((node, index) => ({ node, zone, path: ['storage', 'local', 'zones', zone, index] })),
  )
  return all.flatMap(({ node, path }, index): Finding[] => {
    const first = all.slice(0, index).find((other) => other.node === node)
    const problem =
      first !== undefined
        ? `node ${node} is already in zone ${first.zone}`
        : local?.nodes.includes(node) === true
          ? undefined
          : `node ${node} is not in storage.local.nodes`
    if (problem === undefined) return []
    const remedy = first === undefined ? 'append it to storage.local.nodes, or remove it' : 'list each node once'
    return [{ code: 'bad-local-zone', path, also: [['storage', 'local', 'nodes']], message: problem, remedy }]
  })
}

/** Where a pod runs follows from its volume; a zone that spreading asks for may have none. */
export const spreadOfLocalVolumes: Check = ({ storage, topology }) => {
  if (storage.local === null || topology.zoneSpread !== 'required' || topology.singleNode !== null) return []
  return [
    {
      code: 'local-volumes-elsewhere',
      path: ['topology', 'zoneSpread'],
      also: [['storage', 'local']],
      message:
        'topology.zoneSpread is required, but a pod runs where its local volume is: one whose zone has too many stays Pending',
      remedy: 'write zoneSpread: preferred, and list the nodes in storage.local.nodes so that zones alternate',
    },
  ]
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
            : toleration.key !== undefined && !qualifiedName.test(toleration.key)
              ? `${JSON.stringify(toleration.key)} is not a valid key of a taint`
              : toleration.value !== undefined && !labelValue.test(toleration.value)
                ? `${JSON.stringify(toleration.value)} is not a valid value of a taint`
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

/** Ports of every node that Kubernetes has. Source: https://kubernetes.io/docs/reference/networking/ports-and-protocols/ */
const portsOfNodes: ReadonlyMap<number, string> = new Map([
  [10248, 'the kubelet'],
  [10249, 'kube-proxy'],
  [10250, 'the kubelet'],
  [10256, 'kube-proxy'],
])

export const portOfNodes: Check = ({ nodeExporter }) => {
  const holder = nodeExporter === null ? undefined : portsOfNodes.get(nodeExporter.port)
  if (nodeExporter === null || holder === undefined) return []
  return [
    {
      code: 'port-taken',
      path: ['nodeExporter', 'port'],
      message: `nodeExporter.port: ${holder} has the port ${nodeExporter.port} of every node`,
      remedy: 'choose a port that is free on every node, for example 9101',
    },
  ]
}
