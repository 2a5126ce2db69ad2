import { BlockList, isIP, isIPv6 } from 'node:net'
import { serviceNamespace } from '../fleet/endpoint.ts'

/** Where a host is, as far as its name tells. */
export type Location =
  | { at: 'pod' }
  /** A Service of the same Kubernetes cluster. */
  | { at: 'service'; namespace: string }
  /** An address, as the block that holds it alone. */
  | { at: 'address'; cidr: string }
  /** A name of the public or the company's DNS. */
  | { at: 'outside' }
  /** Either: `minio.minio` may be a Service or a domain of two labels. */
  | { at: 'unknown'; namespace: string }

/**
 * The one answer to the question where an address leads, for policies and for checks.
 * @param host as `addressOf` reads it
 * @param own the namespace of the pods that ask: a name of one label is a Service of theirs
 */
export function locationOf(host: string, own: string): Location {
  if (host === 'localhost' || /^127\./.test(host) || host === '::1') return { at: 'pod' }
  if (isIP(host) !== 0) return { at: 'address', cidr: `${host}/${isIPv6(host) ? 128 : 32}` }
  const namespace = serviceNamespace(host)
  if (namespace !== null) return { at: 'service', namespace }
  const [, second, ...more] = host.split('.')
  if (second === undefined) return { at: 'service', namespace: own }
  return more.length === 0 ? { at: 'unknown', namespace: second } : { at: 'outside' }
}

/** Whether a block holds an address; those of the other family it never does. */
export function holds(cidr: string, address: string): boolean {
  const [network = '', length = ''] = cidr.split('/')
  if (isIP(network) === 0 || isIP(network) !== isIP(address)) return false
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  const list = new BlockList()
  list.addSubnet(network, Number(length), family)
  return list.check(address, family)
}
