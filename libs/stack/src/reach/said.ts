import type { KubeObject } from '@thanos-fleet/kubernetes'
import { parseDocument } from 'yaml'
import { containersOf, filesOf, type Pods } from './pods.ts'

/** An address that a pod is told: where, and by which key. */
export interface Said {
  by: string
  key: string
  text: string
  /** What stands beside it in the same mapping. */
  beside: object
}

/** What looks like an address and is not called, with the reason. */
const notCalled: Readonly<Record<string, string>> = {
  'web.external-url': 'a link for people',
  'alert.query-url': 'a link for people',
  NO_PROXY: 'what is not called by way of the proxy',
  no_proxy: 'the same',
  domain: 'the host by which people reach Grafana',
  allowed_domains: 'parts of mail addresses',
  from_address: 'a mail address',
  root_url: 'the same',
  server_name: 'the name that a certificate must have',
  'remote-write.client-server-name': 'the same',
  'grpc-client-server-name': 'the same',
  protobuf_message: 'the name of a message',
  bucket: 'a name, which may have dots',
  container: 'the same',
  container_name: 'the same',
  prefix: 'the same',
  region: 'the same',
  region_name: 'the same',
  project_name: 'the same',
  domain_name: 'the same',
  compartment_ocid: 'the same',
  kms_key_id: 'the same',
  auth_username: 'the same',
  promote_resource_attributes: 'names of attributes, which may have dots',
  ignore_resource_attributes: 'the same',
  group: 'the name of an API group',
  start_time: 'a time of day',
  end_time: 'a time of day',
  days_of_month: 'days',
  months: 'months',
  years: 'years',
  title_link: 'a link for people',
  html: 'a text for people',
  text: 'a text for people',
}

/** Hosts, with or without a port, in every notation of the programs. */
const host = String.raw`(?:\[[0-9a-f:]+\]|[A-Za-z0-9_](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)`
const lookup = String.raw`(?:(?:dns|dnssrv|dnssrvnoa)\+)`
const anywhere = new RegExp(
  [
    String.raw`${lookup}?https?:\/\/(?:[^\s"'/@]+@)?${host}(?::\d+)?`,
    String.raw`${lookup}${host}(?::\d+)?`,
    String.raw`[A-Za-z0-9_][-A-Za-z0-9_.]*\.svc(?:\.cluster\.local)?(?![-A-Za-z0-9.])(?::\d+)?`,
  ].join('|'),
  'g',
)
const whole = new RegExp(
  String.raw`^(?:${host}:\d{1,5}|[-A-Za-z0-9_]+(?:\.[-A-Za-z0-9_]+)*\.[A-Za-z]{2,}|\d+(?:\.\d+){3}|\[[0-9a-f:]+\])$`,
)

/** Every address in the arguments, the environment and the files of a pod, whatever program they are for. */
export function addressesSaidTo(pods: Pods, objects: readonly KubeObject[]): Said[] {
  return [
    ...containersOf(pods).flatMap(({ name, args = [], command = [], env = [] }) => [
      ...[...command, ...args].flatMap((arg) => {
        const [, flag = '', value = ''] = /^--?([^=]+)=(.*)$/s.exec(arg) ?? []
        if (value.startsWith('{')) return walk(`${name} --${flag}`, flag, parsed('.json', value), {})
        return addressesIn(`${name} --${flag}`, flag, flag === '' ? arg : value, {})
      }),
      ...env.flatMap((variable) => addressesIn(`${name} ${variable.name}`, variable.name, variable.value ?? '', {})),
    ]),
    ...filesOf(pods, objects).flatMap(({ name, text }) => walk(name, '', parsed(name, text), {})),
  ]
}

/** Every value that a file of a pod has under a key, at whatever depth. */
export function documentsOf(pods: Pods, objects: readonly KubeObject[]): unknown[] {
  return filesOf(pods, objects).map(({ name, text }) => parsed(name, text))
}

/** Files that many pods and clusters have alike are read once. */
const read = new Map<string, unknown>()

function parsed(name: string, text: string): unknown {
  if (!read.has(text)) read.set(text, valueOf(name, text))
  return read.get(text)
}

function valueOf(name: string, text: string): unknown {
  // Texts for people.
  if (name.endsWith('.tmpl')) return null
  // What a patch makes of a file may be of another form, and is read as a text.
  if (name.endsWith('.json')) return jsonOf(text)
  if (/\.ya?ml$/.test(name)) {
    const document = parseDocument(text)
    return document.errors.length > 0 ? text : document.toJS()
  }
  if (!name.endsWith('.ini')) return text
  const sections = text.split(/^\[(.+)\]$/m).slice(1)
  return Object.fromEntries(
    sections.flatMap((section, index) => (index % 2 === 0 ? [[section, keysOf(sections[index + 1] ?? '')]] : [])),
  )
}

function keysOf(section: string): Record<string, string> {
  const lines = section.split('\n').map((line) => /^(\S+) = (.*)$/.exec(line))
  return Object.fromEntries(lines.flatMap((line) => (line === null ? [] : [[line[1], line[2]]])))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Rules and dashboards hold expressions, and links for people. */
function isForPeople(value: object): boolean {
  return 'groups' in value || 'panels' in value
}

function walk(by: string, key: string, value: unknown, beside: object): Said[] {
  if (typeof value === 'string') return addressesIn(by, key, value, beside)
  if (Array.isArray(value)) return value.flatMap((item: unknown) => walk(by, key, item, beside))
  if (typeof value !== 'object' || value === null || isForPeople(value)) return []
  const called = isDataSource(value) ? { url: value.access === 'direct' ? undefined : value.url } : value
  return Object.entries(called).flatMap(([name, item]) => walk(by, name, item, value))
}

/**
 * A data source of Grafana: its other texts are names, and what a plugin makes of its `jsonData` is not known here, which
 * docs/cluster-yaml.md says. One with `access: direct` is asked by browsers.
 */
function isDataSource(value: object): value is { access: unknown; url?: unknown } {
  return 'access' in value && 'uid' in value
}

function addressesIn(by: string, key: string, value: string, beside: object): Said[] {
  if (Object.hasOwn(notCalled, key) || (key === 'auth_url' && isLogin(beside))) return []
  const found = whole.test(value) ? [value] : [...value.matchAll(anywhere)].map(([text]) => text)
  return found.filter((text) => !isUnspecified(text)).map((text) => ({ by, key, text, beside }))
}

/** A section about a login, whose page browsers open; the object store has an `auth_url` that is called. */
function isLogin(section: object): boolean {
  return 'client_id' in section
}

/** Where a program listens, or which address its own pod has; and a time of the day, since no host is a number. */
function isUnspecified(text: string): boolean {
  return /^(0\.0\.0\.0|\[::\])(:\d+)?$|^\d+:\d+$/.test(text)
}
