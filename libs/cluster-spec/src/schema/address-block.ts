import { isIPv4, isIPv6 } from 'node:net'

/**
 * Whether a text is a block of IP addresses that NetworkPolicies take: its first address and how many bits are common.
 * Further bits of the address would be ignored, so that another block is meant, or one address.
 */
export function isAddressBlock(text: string): boolean {
  const [address = '', length = ''] = text.split('/')
  if (!/^(0|[1-9]\d*)$/.test(length)) return false
  const bits = isIPv4(address) ? bitsOfIPv4(address) : isIPv6(address) ? bitsOfIPv6(address) : undefined
  return bits !== undefined && Number(length) <= bits.length && !bits.slice(Number(length)).includes('1')
}

function bitsOfIPv4(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
}

/** Undefined for an address that ends in one of version 4, which Kubernetes takes for that. */
function bitsOfIPv6(address: string): string | undefined {
  if (address.includes('.')) return undefined
  const [head = '', tail] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [first, last] = [groups(head), groups(tail ?? '')]
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  const all = tail === undefined ? first : [...first, ...zeros, ...last]
  return all.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
}
