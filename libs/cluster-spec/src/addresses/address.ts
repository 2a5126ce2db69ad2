import { isIPv6 } from 'node:net'

/** What an address says, in whichever notation it is written. */
export interface Address {
  /** Lower case; an IPv6 address without its brackets, and a name without the labels of an SRV query. */
  host: string
  /** Null: none is written, so the program has a default or asks DNS. */
  port: number | null
  /** Whether the port comes from an SRV record, unless one is written. */
  srv: boolean
}

/**
 * Reads an address as programs of the stack take them: `host`, `host:port`, `[::1]:9000`, a URL, and either of them after
 * `dns+`, `dnssrv+` or `dnssrvnoa+`. Sources: https://thanos.io/tip/thanos/service-discovery.md/, RFC 2782 for SRV names.
 */
export function addressOf(text: string): Address {
  const [, lookup] = /^(dns|dnssrv|dnssrvnoa)\+/.exec(text) ?? []
  const server = text
    .slice(lookup === undefined ? 0 : lookup.length + 1)
    .replace(/^[a-z][-+.a-z0-9]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '')
  const [, bracketed, bare, digits] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+)?)?$/.exec(server) ?? []
  const host = shortest((bracketed ?? bare ?? server).toLowerCase().replace(/\.$/, ''))
  return {
    host: host.replace(/^_[^.]+\._[^.]+\./, ''),
    port: digits === undefined ? null : Number(digits),
    srv: lookup?.startsWith('dnssrv') === true || /^_[^.]+\._[^.]+\./.test(host),
  }
}

/** IPv6 has many spellings of one address. Source: RFC 5952, section 4 */
function shortest(host: string): string {
  return isIPv6(host) && !host.includes('%') ? new URL(`http://[${host}]`).hostname.slice(1, -1) : host
}

/** The port of a URL, or of a server that is asked by HTTP, where none is written. */
export function usualPort(text: string, insecure = /^http:/i.test(text)): number {
  return insecure ? 80 : 443
}
