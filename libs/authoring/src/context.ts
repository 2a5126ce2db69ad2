import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type Api, address, callees, type ComponentName, type Facts, srvAddress } from '@thanos-fleet/connections'
import { image, type ImageName, type Versions } from '@thanos-fleet/images'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { ConfigFiles } from '@thanos-fleet/kustomize'

/** What every component is built from: the specification, and the facts that decide who is connected to whom. */
export interface Context {
  spec: ClusterSpec
  facts: Facts
  /** Instead of versions.json, as in a test of an upgrade. */
  versions?: Versions
}

/** What a component is made of. */
export interface Built {
  objects: KubeObject[]
  configs: ConfigFiles[]
}

/** The reference of an image as the cluster pulls it: the version of its channel or its own, from its registry. */
export function imageOf(context: Context, name: ImageName): string {
  return image(name, context.spec.channel, context.versions, context.spec.images)
}

/** The address at which one component calls another; refused unless the table of connections states the call. */
export function call(context: Context, from: ComponentName, to: ComponentName, api: Api): string {
  return address(context.facts, from, to, api, context.spec.namespace)
}

/** The address of whichever component serves an API to another. @throws RangeError when the table states no such call. */
export function callOne(context: Context, from: ComponentName, api: Api): string {
  const [to] = callees(context.facts, from, api)
  if (to === undefined) throw new RangeError(`no connection is stated by which ${from} calls a ${api}`)
  return call(context, from, to, api)
}

/** The same as a DNS SRV query that finds every pod. */
export function callEach(context: Context, from: ComponentName, to: ComponentName, api: Api): string {
  return srvAddress(context.facts, from, to, api, context.spec.namespace)
}

/** Joins what several parts are made of. */
export function join(...parts: Built[]): Built {
  return { objects: parts.flatMap((part) => part.objects), configs: parts.flatMap((part) => part.configs) }
}
