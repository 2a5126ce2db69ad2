import { valueAt } from '../yaml/paths.ts'
import type { Path } from '../yaml/position.ts'

/** An address that a scrape job calls; the path is within the job. */
export interface ScrapeAddress {
  path: Path
  text: string
}

/** A discovery of targets. */
export interface Discovery {
  path: Path
  /** The one namespace that it is about; null: it names none. */
  namespace: string | null
  /** What it finds, of Kubernetes. */
  role: string | null
}

/** Keys of configurations of discovery that say whom Prometheus asks. Source: prometheus.io/docs, `<http_sd_config>` and others. */
const serverKeys = ['url', 'server', 'api_server', 'host', 'endpoint', 'identity_endpoint']

/** The addresses that a job names. Those that relabelling or a proxy puts another in the place of are not called. */
export function addressesOf(job: unknown): ScrapeAddress[] {
  const proxy = textAt(job, ['proxy_url'])
  const replaced = replacements(job)
  const called = proxy.length > 0 ? proxy : replaced.length > 0 ? replaced.filter(isLiteral) : targetsOf(job)
  return [...called, ...serversOf(job), ...textAt(job, ['oauth2', 'token_url'])]
}

/**
 * What a job finds by itself, one for each namespace that it names. Where relabelling puts one literal address in the place
 * of all of them, or a proxy calls them, that address says where they are.
 */
export function discoveriesOf(job: unknown): Discovery[] {
  if (textAt(job, ['proxy_url']).length > 0 || replacements(job).some(isLiteral)) return []
  const computed = replacements(job).map(({ path }): Discovery => ({ path, namespace: null, role: null }))
  const found = discoveryPaths(job)
    .filter(({ kind }) => kind !== 'dns_sd_configs')
    .flatMap(({ path, config }): Discovery[] => {
      const role = textAt(config, ['role'])[0]?.text ?? null
      const names = listAt(config, ['namespaces', 'names']).filter((name) => typeof name === 'string')
      if (names.length === 0 || role === 'node') return [{ path, namespace: null, role }]
      return names.map((namespace, index) => ({ path: [...path, 'namespaces', 'names', index], namespace, role }))
    })
  return found.length > 0 ? found : computed
}

function targetsOf(job: unknown): ScrapeAddress[] {
  const fixed = listAt(job, ['static_configs']).flatMap((config, at) =>
    listAt(config, ['targets']).flatMap((_, index) => textAt(job, ['static_configs', at, 'targets', index])),
  )
  return [...fixed, ...namesOf(job)]
}

/** Names that DNS is asked for: with a port where they are of type A or AAAA, else as SRV queries. */
function namesOf(job: unknown): ScrapeAddress[] {
  return discoveryPaths(job)
    .filter(({ kind }) => kind === 'dns_sd_configs')
    .flatMap(({ path, config }) => {
      const port = valueAt(config, ['port'])
      return listAt(config, ['names']).flatMap((name, index) =>
        typeof name !== 'string'
          ? []
          : [
              {
                path: [...path, 'names', index],
                text: typeof port === 'number' ? `${name}:${port}` : `dnssrv+${name}`,
              },
            ],
      )
    })
}

/** Who is asked for targets. */
function serversOf(job: unknown): ScrapeAddress[] {
  return discoveryPaths(job).flatMap(({ path, config }) =>
    serverKeys.flatMap((key) => textAt(config, [key]).map(({ text }) => ({ path: [...path, key], text }))),
  )
}

function replacements(job: unknown): ScrapeAddress[] {
  return listAt(job, ['relabel_configs']).flatMap((rule, index) =>
    valueAt(rule, ['target_label']) === '__address__' &&
    [undefined, 'replace'].includes(text(valueAt(rule, ['action'])))
      ? [{ path: ['relabel_configs', index], text: text(valueAt(rule, ['replacement'])) ?? '$1' }]
      : [],
  )
}

function isLiteral({ text }: ScrapeAddress): boolean {
  return !text.includes('$')
}

function discoveryPaths(job: unknown): { path: Path; kind: string; config: unknown }[] {
  const keys = typeof job === 'object' && job !== null ? Object.keys(job) : []
  return keys
    .filter((key) => key.endsWith('_sd_configs'))
    .flatMap((kind) => listAt(job, [kind]).map((config, index) => ({ path: [kind, index], kind, config })))
}

function listAt(value: unknown, path: Path): unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list : []
}

function textAt(value: unknown, path: Path): ScrapeAddress[] {
  const found = text(valueAt(value, path))
  return found === undefined || found === '' ? [] : [{ path, text: found }]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
