import type { Json } from '@thanos-fleet/json'
import type { SecretKey } from './http-client-spec.ts'

/** What Grafana has beside its pods; the names are its own. */
export interface GrafanaSettings {
  /** The administrator's name and password: keys `admin-user` and `admin-password` of an existing Secret. */
  adminSecret: string
  /** An external database, needed for more than one replica; its URL is a key of an existing Secret. */
  database: { type: 'postgres' | 'mysql'; urlSecret: SecretKey; port?: number } | null
  /** Data sources beside that of the stack. */
  dataSources: DataSource[]
  auth: { oidc: Oidc | null }
  /** Further keys of grafana.ini, by section and key. */
  config: Record<string, Record<string, string>>
}

/** Source: https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources */
export interface DataSource {
  name: string
  uid: string
  /** The id of a plugin. */
  type: string
  /** A URL or `host:port`; data sources of clouds have none. */
  url?: string
  /** Who asks it: Grafana, or the browser. */
  access: 'proxy' | 'direct'
  user?: string
  database?: string
  basicAuthUser?: string
  jsonData: Record<string, Json>
  secureJsonData: Record<string, { secret: string; key: string }>
}

/** A provider of OpenID Connect or OAuth 2 by which people log in. */
export interface Oidc {
  /** On the button of the login page. */
  name: string
  clientId: string
  clientSecret: SecretKey
  /** Where the browser is sent. */
  authUrl: string
  /** Where Grafana itself asks. */
  tokenUrl: string
  apiUrl: string | null
  scopes: string[]
  /** JMESPath over what the provider says of a user, to Viewer, Editor, Admin or GrafanaAdmin. */
  roleAttributePath: string | null
  /** Refuses a login without a valid role. */
  roleAttributeStrict: boolean
  /** Domains of mail addresses that may log in; empty: all. */
  allowedDomains: string[]
  allowSignUp: boolean
  autoLogin: boolean
  usePkce: boolean
}
