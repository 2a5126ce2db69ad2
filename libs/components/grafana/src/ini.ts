import { waitForQuery } from '@thanos-fleet/authoring'
import type { ClusterSpec, Oidc } from '@thanos-fleet/cluster-spec'

/** Keys with their values, by section. */
type Sections = Record<string, Record<string, string>>

/** Grafana's own settings as the text of grafana.ini; what is secret is not among them. */
export function iniText(spec: ClusterSpec): string {
  const sections = Object.entries(merged(ofStack(spec), spec.grafana?.config ?? {}))
  const lines = sections.flatMap(([section, keys]) => [
    `[${section}]`,
    ...Object.entries(keys).map(([key, value]) => `${key} = ${quoted(value)}`),
  ])
  return [...lines, ''].join('\n')
}

function ofStack(spec: ClusterSpec): Sections {
  const host = spec.ingress?.hosts.grafana ?? null
  const oidc = spec.grafana?.auth.oidc ?? null
  return {
    server: host === null ? {} : { domain: host, root_url: `https://${host}/` },
    // By default 30 s. Source: https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#dataproxy
    dataproxy: { timeout: String(waitForQuery(spec)) },
    analytics: { reporting_enabled: 'false', check_for_updates: 'false', check_for_plugin_updates: 'false' },
    users: { allow_sign_up: 'false' },
    'auth.anonymous': { enabled: 'false' },
    ...(oidc === null ? {} : { 'auth.generic_oauth': login(oidc) }),
    security: { disable_gravatar: 'true', cookie_secure: 'true', strict_transport_security: 'true' },
    log: { mode: 'console' },
    metrics: { enabled: 'true' },
  }
}

/** Source: https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/generic-oauth/ */
function login(oidc: Oidc): Record<string, string> {
  const { roleAttributePath, allowedDomains, apiUrl } = oidc
  return {
    enabled: 'true',
    name: oidc.name,
    client_id: oidc.clientId,
    auth_url: oidc.authUrl,
    token_url: oidc.tokenUrl,
    ...(apiUrl === null ? {} : { api_url: apiUrl }),
    scopes: oidc.scopes.join(' '),
    ...(roleAttributePath === null
      ? {}
      : { role_attribute_path: roleAttributePath, role_attribute_strict: String(oidc.roleAttributeStrict) }),
    ...(allowedDomains.length === 0 ? {} : { allowed_domains: allowedDomains.join(' ') }),
    allow_sign_up: String(oidc.allowSignUp),
    auto_login: String(oidc.autoLogin),
    use_pkce: String(oidc.usePkce),
  }
}

function merged(ours: Sections, theirs: Sections): Sections {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  return Object.fromEntries(names.map((name) => [name, { ...ours[name], ...theirs[name] }]))
}

/**
 * Outside of quotes, signs of comments end a value, a backslash at its end continues it, and quotes around it go.
 * Source: readValue in parser.go of gopkg.in/ini.v1
 */
function quoted(value: string): string {
  return /["'`#;\\]|^\s|\s$/.test(value) ? `"""${value}"""` : value
}
