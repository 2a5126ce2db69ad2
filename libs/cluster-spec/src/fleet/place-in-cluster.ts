import { isIP } from 'node:net'
import type { ObjectStore } from '../object-store-spec.ts'
import { type BucketPlace, bucketPlace, maySame } from './bucket-place.ts'
import { serverOf, serverText } from './endpoint.ts'

/**
 * Where a bucket is as one cluster sees it, in normal form: also that of a server inside of the cluster, which no other
 * cluster reaches; null for a volume.
 * @param namespace that of the stack, in which the name of a Service needs no other
 */
export function placeInCluster(store: ObjectStore, namespace: string): BucketPlace | null {
  const asHost = (address: string) => {
    const { host, port } = serverOf(address)
    return serverText({ host: serviceOf(host, namespace), port })
  }
  if (store.type === 'SWIFT') return bucketPlace({ ...store, authUrl: asHost(store.authUrl) })
  if (!('endpoint' in store) || store.endpoint === null) return bucketPlace(store)
  return bucketPlace({ ...store, endpoint: asHost(store.endpoint) })
}

/** The spellings of a Service that lead to it from this namespace, as `<service>.<namespace>`; others as they are. */
function serviceOf(host: string, namespace: string): string {
  const [, service] = /(?:^|\.)([^.]+\.[^.]+)\.svc(?:\.cluster\.local)?$/.exec(host) ?? []
  if (service !== undefined) return service
  return host.includes('.') || isIP(host) !== 0 ? host : `${host}.${namespace}`
}

/** How two places that may have blocks in common are to each other; undefined: they have none. */
export type Overlap = 'may be the same' | 'is inside it' | 'contains it'

/** How `here` is to `there`. A prefix counts with all that is below it. */
export function overlap(here: BucketPlace, there: BucketPlace): Overlap | undefined {
  if (here.root !== there.root || !maySame(here, there)) return undefined
  const common = Math.min(here.prefix.length, there.prefix.length)
  if (!here.prefix.slice(0, common).every((folder, index) => folder === there.prefix[index])) return undefined
  if (here.prefix.length === there.prefix.length) return 'may be the same'
  return here.prefix.length > there.prefix.length ? 'is inside it' : 'contains it'
}
