import type { Finding } from '../finding.ts'
import { secureVariables } from '../data-sources.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Check } from './check.ts'
import { isOwnedVariable } from './owned-in-pods.ts'

interface Owned {
  section: string
  /** Null: all of the section. */
  keys: readonly string[] | null
  remedy: string
  when?: (spec: ClusterSpec) => boolean
}

/**
 * Keys of grafana.ini that other parts of the stack rely on, or that follow from settings.
 * Source of the names: conf/defaults.ini of Grafana
 */
const owned: readonly Owned[] = [
  {
    section: 'server',
    keys: ['protocol', 'http_addr', 'http_port', 'socket', 'serve_from_sub_path', 'cert_file', 'cert_key'],
    remedy: 'remove it; probes, Services and NetworkPolicies know where and how Grafana serves',
  },
  {
    section: 'server',
    keys: ['domain', 'root_url'],
    remedy: 'remove it; it follows from ingress.hosts.grafana',
    when: ({ ingress }) => ingress?.hosts.grafana != null,
  },
  { section: 'paths', keys: null, remedy: 'remove it; files and volumes are mounted there' },
  {
    section: 'database',
    keys: ['type', 'host', 'name', 'user', 'password', 'url', 'path'],
    remedy: 'write grafana.database',
  },
  { section: 'dataproxy', keys: ['timeout'], remedy: 'write query.timeout, from which it follows' },
  { section: 'log', keys: ['level'], remedy: 'write grafana.logLevel' },
  {
    section: 'metrics',
    keys: ['enabled', 'basic_auth_username', 'basic_auth_password'],
    remedy: 'remove it; Prometheus scrapes Grafana without a password',
  },
  { section: 'security', keys: ['admin_user', 'admin_password'], remedy: 'write grafana.adminSecret' },
  {
    section: 'auth.generic_oauth',
    keys: [
      ...['enabled', 'name', 'client_id', 'client_secret', 'auth_url', 'token_url', 'api_url', 'scopes'],
      ...['role_attribute_path', 'role_attribute_strict', 'allowed_domains'],
      ...['allow_sign_up', 'auto_login', 'use_pkce'],
    ],
    remedy: 'write it in grafana.auth.oidc',
    when: ({ grafana }) => grafana?.auth.oidc != null,
  },
]

/** What says a key of grafana.ini already; undefined: nothing. */
function ownerOf(spec: ClusterSpec, matches: (section: string, key: string | null) => boolean): Owned | undefined {
  return owned.find(
    ({ section, keys, when }) =>
      when?.(spec) !== false && (keys === null ? matches(section, null) : keys.some((key) => matches(section, key))),
  )
}

export const grafanaConfig: Check = (spec) =>
  entriesOf(spec).flatMap(({ section, key, value }): Finding[] => {
    const path = ['grafana', 'config', section, key]
    const owner = ownerOf(spec, (one, name) => one === section && (name === null || name === key))
    if (owner !== undefined) {
      const message = `grafana.config: ${key} of [${section}] is set by the stack`
      return [{ code: 'owned-setting', path, at: 'key', message, remedy: owner.remedy }]
    }
    if (!isSecret(key, value)) return []
    return [
      {
        code: 'plain-secret',
        path,
        message: `grafana.config: ${key} of [${section}] would be readable in Git and in a ConfigMap`,
        remedy: `write grafana.extraEnv: { ${variableOf(section, key)}: { secret, key } }`,
      },
    ]
  })

/** A variable of Grafana takes precedence over its file: it would take away what the stack or another setting says. */
export const grafanaVariables: Check = (spec) => {
  const { grafana, pods } = spec
  if (grafana === null) return []
  const ofSources = secureVariables(grafana.dataSources)
  const places = [
    { path: ['pods', 'extraEnv'], env: pods.extraEnv },
    { path: ['grafana', 'extraEnv'], env: grafana.extraEnv },
  ]
  return places.flatMap(({ path, env }) =>
    Object.keys(env).flatMap((name): Finding[] => {
      if (isOwnedVariable(name)) return []
      // The image also takes the name of a file. Source: packaging/docker/run.sh of Grafana
      const bare = name.replace(/__FILE$/, '')
      const owner = ownerOf(spec, (section, key) =>
        key === null ? bare.startsWith(variableOf(section, '')) : bare === variableOf(section, key),
      )
      const twice = entriesOf(spec).find(({ section, key }) => bare === variableOf(section, key))
      const remedy =
        owner?.remedy ??
        (ofSources.includes(name) ? 'write it in secureJsonData of the data source' : undefined) ??
        (twice === undefined ? undefined : `remove it, or ${twice.key} of grafana.config.${twice.section}`)
      if (remedy === undefined) return []
      const message = `${path.join('.')}: ${name} takes precedence over what Grafana is told already`
      return [{ code: 'owned-variable', path: [...path, name], at: 'key', message, remedy }]
    }),
  )
}

function entriesOf({ grafana }: ClusterSpec): { section: string; key: string; value: string }[] {
  return Object.entries(grafana?.config ?? {}).flatMap(([section, keys]) =>
    Object.entries(keys).map(([key, value]) => ({ section, key, value })),
  )
}

/** Source: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#override-configuration-with-environment-variables */
function variableOf(section: string, key: string): string {
  return `GF_${section}_${key}`.replaceAll(/[.-]/g, '_').toUpperCase()
}

/** Grafana can also read a value from a variable or a file, `$__env{NAME}`, and some such keys are switches. */
function isSecret(key: string, value: string): boolean {
  return (
    /(^|_)(password|secret|secret_key|access_key|api_key|token)$/.test(key) &&
    !/^(true|false|\$__\w+\{.*\})?$/.test(value)
  )
}
