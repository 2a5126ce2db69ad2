import { amount, type Duration, type Quantity } from '@thanos-fleet/kubernetes'
import { isIPv6 } from 'node:net'
import { z } from 'zod'
import { addressOf } from '../addresses/address.ts'
import { isAddressBlock } from './address-block.ts'

/** What a schema says about a value that it refuses; issues.ts makes a diagnostic of it. */
export interface Refusal extends Record<string, unknown> {
  code: string
  /** Completes "expected …, found …". */
  expected: string
  remedy: string
}

const durationPattern = /^(?=.*[1-9])\d+(ms|s|m|h|d|w|y)$/
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const subdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/**
 * A text of a given form, with the type of that form.
 * @param isMeant what no pattern can say; editors do not know it
 */
export function textOf<T extends string = string>(
  pattern: RegExp,
  maxLength: number,
  refusal: Refusal,
  isMeant: (text: string) => boolean = () => true,
) {
  const isOfForm = (value: unknown) =>
    typeof value === 'string' && value.length <= maxLength && pattern.test(value) && isMeant(value)
  return z.custom<T>(isOfForm, { params: refusal }).meta({ type: 'string', pattern: pattern.source, maxLength })
}

/** Go counts nanoseconds in 64 bits, which end after 292 years; what is meant to be kept forever says so otherwise. */
const longestYears = 100

function isWithinYears(text: string): boolean {
  const [, number = '', unit = ''] = /^-?(\d+)([a-z]+)$/.exec(text) ?? []
  const perYear: Record<string, number> = {
    y: 1,
    w: 52,
    d: 365,
    h: 8760,
    m: 525_600,
    s: 31_536_000,
    ms: 31_536_000_000,
  }
  return Number(number) <= longestYears * (perYear[unit] ?? 0)
}

const durationForm = 'write an integer and one unit of ms, s, m, h, d, w, y: 30s, 12h, 90d; at most 100y'

/** A duration of one unit above zero, as Prometheus and Thanos read it. */
export const duration = textOf<Duration>(
  durationPattern,
  20,
  {
    code: 'bad-duration',
    expected: 'a duration above zero',
    remedy: durationForm,
  },
  isWithinYears,
)

/** The same where zero has a meaning: forever, or not at all. */
export const durationOrZero = textOf<Duration>(
  /^\d+(ms|s|m|h|d|w|y)$/,
  20,
  {
    code: 'bad-duration',
    expected: 'a duration',
    remedy: durationForm,
  },
  isWithinYears,
)

/** A time before now, as Store's `--min-time` reads it. */
export const timeAgo = textOf<`-${Duration}`>(
  /^-(?=.*[1-9])\d+(ms|s|m|h|d|w|y)$/,
  21,
  {
    code: 'bad-duration',
    expected: 'a time relative to now',
    remedy: 'write "-", an integer and one unit: -2w, -36h; at most -100y',
  },
  isWithinYears,
)

/** 8 PiB: up to there a number of bytes is exact, and far below what Kubernetes can count. */
const mostBytes = 2 ** 53

/** A Kubernetes quantity of a given form, always a text in the result. */
function quantityOf(pattern: RegExp, expected: string, remedy: string) {
  const isQuantity = (text: string): text is Quantity => pattern.test(text)
  const isOfForm = (value: unknown) => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    return isQuantity(text) && amount(text) <= mostBytes
  }
  return z
    .custom<Quantity | number>(isOfForm, { params: { code: 'bad-quantity', expected, remedy } satisfies Refusal })
    .meta({ type: ['string', 'number'], pattern: pattern.source })
    .transform((value): Quantity => (typeof value === 'number' ? `${value}` : value))
}

/** Cores. A bare YAML number is taken too, since `cpu: 2` is what a person writes. */
export const cores = quantityOf(
  /^(?=.*[1-9])(\d{1,4}(\.\d{1,3})?|\d{1,7}m)$/,
  'a number of cores above zero',
  'write cores or millicores: 2, 0.5, 500m',
)

/** Bytes. The unit is required: `memory: 512` would be 512 bytes, and `512m` half a byte. */
export const bytes = quantityOf(
  /^(?=[0-9.]*[1-9])\d{1,15}(\.\d{1,3})?(k|M|G|T|Ki|Mi|Gi|Ti)$/,
  'a size above zero with a unit',
  'write a number and a unit, without a space: 512Mi, 10Gi',
)

/** A DNS label (RFC 1123), which names of namespaces and of clusters must be. */
export const dnsLabel = textOf(labelPattern, 63, {
  code: 'bad-name',
  expected: 'a name of at most 63 characters from a-z, 0-9 and "-", starting and ending with a letter or digit',
  remedy: 'use only lower-case letters, digits and "-"; "/", ".", ".." and upper-case letters are not allowed',
})

/** A DNS subdomain, which names of most Kubernetes objects must be. */
export const objectName = textOf(subdomainPattern, 253, {
  code: 'bad-name',
  expected: 'a Kubernetes object name',
  remedy: 'use only lower-case letters, digits, "-" and ".", starting and ending with a letter or digit',
})

/** A host name that people type into a browser. */
export const hostName = textOf(subdomainPattern, 253, {
  code: 'bad-host',
  expected: 'a host name',
  remedy: 'write only the host name, without scheme, port, path or wildcard: thanos.example.com',
})

/** A port, 1 to 65535, in patterns. */
export const port = '([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])'

/** A part of the name of a host, in patterns: it neither begins nor ends with "-". */
const hostLabel = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?'

/** The name of a host, in patterns. */
const name = `${hostLabel}(\\.${hostLabel})*`

/** A host, in patterns: a name, an address of IPv4, or one of IPv6 in brackets, which `isAddress` looks at. */
export const host = `(${name}|\\[[0-9A-Fa-f:.]+\\])`

/** Whether what stands in brackets, if anything does, is an address of IPv6. */
export function isAddress(text: string): boolean {
  return !text.includes('[') || isIPv6(addressOf(text).host)
}

/** `host` or `host:port`, the form of an object store's endpoint; clients read an IPv6 address only before a port. */
export const hostPort = textOf(
  new RegExp(`^(${name}|${host}:${port})$`),
  260,
  {
    code: 'bad-host',
    expected: 'a host, with or without a port',
    remedy: 'write host or host:port, without a scheme or path: s3.example.com:9000, [fd00::5]:9000',
  },
  isAddress,
)

/** An address block, for NetworkPolicies. */
export const cidr = textOf(
  /^[0-9a-f.:]+\/\d{1,3}$/,
  43,
  {
    code: 'bad-cidr',
    expected: 'an address block',
    remedy:
      'write the first address of the block and a prefix length: 10.0.0.0/8, 10.1.2.3/32 for one address, 0.0.0.0/0 and ::/0 for everywhere',
  },
  isAddressBlock,
)

/** One line of text that is not empty. */
export const nonEmpty = textOf(/^[ -~\u00a0-\uffff]+$/, 4096, {
  code: 'bad-text',
  expected: 'a non-empty single line of text',
  remedy: 'write the value, quoted if it looks like a number or true/false',
})

/** A name that an object store gave: a bucket, a region, an account. */
export const storeName = textOf(/^[A-Za-z0-9][-A-Za-z0-9_.:/]*$/, 255, {
  code: 'bad-store-name',
  expected: 'a name in the object store',
  remedy: 'use only letters, digits, "-", "_", ".", ":" and "/"',
})

/** Where something is served by HTTP. */
export const url = textOf(
  /^https?:\/\/[^\s/$]+(\/[^\s$]*)?$/,
  2048,
  {
    code: 'bad-url',
    expected: 'a URL',
    remedy: 'write the scheme and the name of a host: https://keystone.example.com/v3',
  },
  (text) => isReachable(text) && hasHostOfDns(text),
)

/** URLs allow more in a host, such as `=`, than any name that DNS is asked for; other scripts are in Punycode by then. */
function hasHostOfDns(text: string): boolean {
  const { hostname } = new URL(text)
  return hostname.startsWith('[') || hostname.replace(/\.$/, '').split('.').every(isLabelOfDns)
}

/** Names of Services and of SRV records may have "_". */
function isLabelOfDns(label: string): boolean {
  return /^[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?$/.test(label)
}

/** A URL with a host and a port that exist in URLs. */
export function isReachable(text: string): boolean {
  return URL.canParse(text) && new URL(text).port !== '0' && isAddress(text)
}

/** A whole number within bounds. */
export function whole(min: number, max = 1_000_000_000) {
  return z.int().min(min).max(max)
}

/** Label or annotation texts by key. Whether the keys are valid is checked where their use is known. */
export const texts = z.record(z.string(), z.string())

/** An optional field with its documentation, which editors show. */
export function field<T extends z.ZodType>(schema: T, description: string) {
  return schema.describe(description).exactOptional()
}
