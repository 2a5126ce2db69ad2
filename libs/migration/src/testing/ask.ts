import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import {
  type Container,
  isWorkload,
  type KubeObject,
  type NetworkPolicy,
  type Workload,
} from '@thanos-fleet/kubernetes'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { parse } from 'yaml'

/** The objects of a cluster, as they are applied. */
export function objects(spec: ClusterSpec): KubeObject[] {
  return rendered(desired(spec))
}

/** A workload by its name. */
export function workload(spec: ClusterSpec, name: string): Workload | undefined {
  return objects(spec)
    .filter(isWorkload)
    .find(({ metadata }) => metadata.name === name)
}

/** The containers of its pods. */
export function containers(spec: ClusterSpec, name: string): Container[] {
  return workload(spec, name)?.spec?.template.spec?.containers ?? []
}

/** The values of a flag of its first container, one for each time it is given. */
export function flags(spec: ClusterSpec, name: string, flag: string): string[] {
  const [first] = containers(spec, name)
  return (first?.args ?? []).flatMap((arg) => (arg.startsWith(`--${flag}=`) ? [arg.slice(flag.length + 3)] : []))
}

/** A file of a ConfigMap. */
export function config(spec: ClusterSpec, name: string, file: string): unknown {
  return parse(desired(spec).configs.find((config) => config.name === name)?.files[file] ?? '')
}

/** The Services of which Query reads every pod, in the order of its file. */
export function readBy(spec: ClusterSpec): string[] {
  const file = config(spec, 'thanos-query-endpoints', 'endpoints.yaml') as { endpoints: { address: string }[] }
  return file.endpoints.map(({ address }) => /_tcp\.([^.]+)/.exec(address)?.[1] ?? address)
}

/** Peers and ports of a pod's policy, as one text. */
export function allowed(spec: ClusterSpec, name: string, side: 'ingress' | 'egress'): string {
  const isPolicy = (object: KubeObject): object is NetworkPolicy => object.kind === 'NetworkPolicy'
  return JSON.stringify(
    objects(spec)
      .filter(isPolicy)
      .find(({ metadata }) => metadata.name === name)?.spec?.[side] ?? [],
  )
}
