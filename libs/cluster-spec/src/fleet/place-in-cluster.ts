import { isIP } from 'node:net'
import type { ObjectStore } from '../object-store-spec.ts'
import { type BucketPlace, bucketPlace } from './bucket-place.ts'
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
