import { completeDefaults, type DataSource, type GrafanaSpec, type Oidc } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import type { StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { grafana } from './grafana.ts'

const oidc: Oidc = {
  name: 'Company',
  clientId: 'a;b',
  clientSecret: { name: 'oidc', key: 'client-secret' },
  authUrl: 'https://id.example.com/authorize',
  tokenUrl: 'https://id.example.com/token',
  apiUrl: null,
  scopes: ['openid', 'groups'],
  roleAttributePath: "'Admin'",
  roleAttributeStrict: true,
  allowedDomains: ['a.example.com', 'b.example.com'],
  allowSignUp: true,
  autoLogin: false,
  usePkce: true,
}
const loki: DataSource = {
  name: 'Loki',
  uid: 'loki',
  type: 'loki',
  url: 'http://loki.logs.svc:3100',
  access: 'proxy',
  basicAuthUser: 'reader',
  jsonData: { timeout: 5, derivedFields: [{ url: '$${__value.raw}' }] },
  secureJsonData: { basicAuthPassword: { secret: 'loki', key: 'password' } },
}

function built(change: Partial<GrafanaSpec>) {
  const defaults = completeDefaults('sidecar-mode', 'test')
  const spec = { ...defaults, grafana: { ...defaults.grafana, ...change } }
  const { objects, configs } = grafana({ spec, facts: factsOf(spec) }, { dashboards: {} })
  const file = (name: string) => configs.flatMap(({ files }) => (name in files ? [files[name]] : [])).join('')
  const set = objects.find((object): object is StatefulSet => object.kind === 'StatefulSet')
  return { file, env: set?.spec?.template.spec?.containers[0]?.env ?? [] }
}

const secret = (name: string, from: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: from, key } } })

describe('a further data source', () => {
  const { file, env } = built({ dataSources: [{ ...loki, uid: 'first', secureJsonData: {} }, loki] })

  it('stands beside that of the stack, in the words of Grafana', () => {
    const { datasources } = parse(file('datasources.yaml'))
    expect(datasources).toHaveLength(3)
    expect(datasources[0]).toMatchObject({ uid: 'thanos', isDefault: true })
    expect(datasources[2]).toEqual({
      name: 'Loki',
      uid: 'loki',
      type: 'loki',
      url: 'http://loki.logs.svc:3100',
      access: 'proxy',
      basicAuth: true,
      basicAuthUser: 'reader',
      editable: false,
      jsonData: loki.jsonData,
      secureJsonData: { basicAuthPassword: '$DATASOURCE_2_basicAuthPassword' },
    })
  })

  it('gets what is secret by a variable from its Secret', () => {
    expect(env).toContainEqual(secret('DATASOURCE_2_basicAuthPassword', 'loki', 'password'))
    expect(env.filter(({ name }) => name.startsWith('DATASOURCE'))).toHaveLength(1)
  })
})

describe('login', () => {
  it('is in grafana.ini, with quotes where a value would be cut or changed', () => {
    const { file, env } = built({ auth: { oidc } })
    const [, section] = /\[auth\.generic_oauth\]\n([^[]*)/.exec(file('grafana.ini')) ?? []
    expect(section?.split('\n')).toEqual([
      'enabled = true',
      'name = Company',
      'client_id = """a;b"""',
      'auth_url = https://id.example.com/authorize',
      'token_url = https://id.example.com/token',
      'scopes = openid groups',
      `role_attribute_path = """'Admin'"""`,
      'role_attribute_strict = true',
      'allowed_domains = a.example.com b.example.com',
      'allow_sign_up = true',
      'auto_login = false',
      'use_pkce = true',
      '',
    ])
    expect(env).toContainEqual(secret('GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET', 'oidc', 'client-secret'))
  })

  it('is not there unless it is asked for', () => {
    expect(built({}).file('grafana.ini')).not.toContain('oauth')
  })
})

describe('further keys of grafana.ini', () => {
  it('replace those of the stack, each once, and add sections', () => {
    const config = {
      security: { cookie_secure: 'false', cookie_samesite: 'strict' },
      'unified_alerting.x': { a: ' b' },
    }
    const text = built({ config }).file('grafana.ini')
    expect(text.match(/^cookie_secure = .*$/gm)).toEqual(['cookie_secure = false'])
    expect(text).toContain('[security]\ndisable_gravatar = true\n')
    expect(text).toContain('cookie_samesite = strict\n')
    expect(text.endsWith('[unified_alerting.x]\na = """ b"""\n')).toBe(true)
    expect(text.match(/^\[security\]$/gm)).toHaveLength(1)
  })
})
