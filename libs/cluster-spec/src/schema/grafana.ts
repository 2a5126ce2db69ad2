import type { Json } from '@thanos-fleet/json'
import { z } from 'zod'
import type { DataSource } from '../spec.ts'
import {
  field,
  host,
  hostName,
  isAddress,
  nonEmpty,
  objectName,
  port,
  type Refusal,
  textOf,
  url,
  whole,
} from './primitives.ts'
import { dataKey, secretKey } from './secrets.ts'
import { withoutFlags } from './workload.ts'

const database = z.strictObject({
  type: z.enum(['postgres', 'mysql']),
  urlSecret: secretKey('url'),
  port: field(whole(1, 65_535), 'Its port, where it is not the usual one: 5432 or 3306.'),
})

/** Grafana takes dollar signs for variables in every value of its provisioning; in these none is meant. */
const plainText = textOf(/^(?! )[ -#%-~\u00a0-\uffff]+$/, 190, {
  code: 'bad-text',
  expected: 'a non-empty single line of text without "$"',
  remedy: 'write the name, quoted if it looks like a number or true/false',
})

/** Source: IsValidShortUID in pkg/util/shortid_generator.go of Grafana */
const uid = textOf(/^[A-Za-z0-9_-]+$/, 40, {
  code: 'bad-name',
  expected: 'a uid of Grafana',
  remedy: 'use at most 40 letters, digits, "-" and "_"',
})

const plugin = textOf(/^[a-z0-9]+(-[a-z0-9]+)*$/, 100, {
  code: 'bad-name',
  expected: 'the id of a data source plugin',
  remedy: 'write it as Grafana does: loki, tempo, grafana-postgresql-datasource',
})

const dataSourceUrl = textOf(
  new RegExp(`^(https?://${host}(:${port})?(/[^\\s$]*)?|${host}:${port})$`),
  2048,
  {
    code: 'bad-url',
    expected: 'a URL or host:port',
    remedy: 'write http://loki.logs.svc:3100, or postgres.shop.svc:5432 where the plugin takes no URL',
  },
  isAddress,
)

/** Keys are Grafana's: a variable is named after each of those that come from Secrets. */
const secureKey = textOf(/^[A-Za-z][A-Za-z0-9_]*$/, 100, {
  code: 'bad-name',
  expected: 'a key of secureJsonData',
  remedy: 'use letters, digits and "_": basicAuthPassword, httpHeaderValue1',
})

/** Whatever JSON can say. */
const anything = z
  .custom<Json>((value) => value !== undefined)
  .meta({ type: ['string', 'number', 'boolean', 'object', 'array', 'null'] })

const dataSource = z
  .strictObject({
    name: plainText.describe('The name by which people choose it.'),
    uid: field(uid, 'By which dashboards name it; default: the name, in lower case and with "-" for all else.'),
    type: plugin.describe('The id of its plugin.'),
    url: field(dataSourceUrl, 'Where it is: a URL, or host:port where the plugin takes no URL.'),
    access: z.enum(['proxy', 'direct']).default('proxy').describe('Who asks it: Grafana (proxy), or the browser.'),
    user: field(plainText, 'The user, of databases.'),
    database: field(plainText, 'The name of the database.'),
    basicAuthUser: field(
      plainText,
      'The user of basic authentication; its password is secureJsonData.basicAuthPassword.',
    ),
    jsonData: z.record(nonEmpty, anything).default({}).describe('Settings of the plugin, as Grafana names them.'),
    secureJsonData: z
      .record(secureKey, z.strictObject({ secret: objectName, key: dataKey }))
      .default({})
      .describe('What is secret, each from a key of an existing Secret.'),
  })
  .transform((value): DataSource => ({ ...value, uid: value.uid ?? uidOf(value.name) }))

function uidOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}

const oidc = z.strictObject({
  name: nonEmpty.default('OpenID Connect').describe('On the button of the login page.'),
  clientId: nonEmpty.describe('How the provider knows Grafana.'),
  clientSecret: secretKey('client-secret'),
  authUrl: url.describe('Where browsers are sent to log in.'),
  tokenUrl: url.describe('Where Grafana gets tokens.'),
  apiUrl: url.nullable().default(null).describe('Where Grafana asks about a user; null: the token says it.'),
  scopes: z
    .array(textOf(/^[!#-[\]-~]+$/, 200, scopeRefusal()))
    .min(1)
    .default(['openid', 'profile', 'email'])
    .describe('What Grafana asks for.'),
  roleAttributePath: nonEmpty
    .nullable()
    .default(null)
    .describe('JMESPath from what is known of a user to Viewer, Editor, Admin or GrafanaAdmin; null: all are Viewer.'),
  roleAttributeStrict: z.boolean().default(false).describe('Whether a user without a valid role is turned away.'),
  allowedDomains: z.array(hostName).default([]).describe('Domains of mail addresses that may log in; none: all.'),
  allowSignUp: z.boolean().default(true).describe('Whether the first login of somebody makes a user.'),
  autoLogin: z.boolean().default(false).describe('Whether the login page is passed over.'),
  usePkce: z.boolean().default(true).describe('Proof Key for Code Exchange, which nearly all providers know.'),
})

function scopeRefusal(): Refusal {
  return {
    code: 'bad-text',
    expected: 'a scope of OAuth 2',
    remedy: 'write one word per item: [openid, email, groups]',
  }
}

const sectionName = textOf(/^[a-z][A-Za-z0-9_.-]*$/, 100, {
  code: 'bad-name',
  expected: 'a section of grafana.ini',
  remedy: 'write it without brackets: auth.anonymous',
})

const iniKey = textOf(/^[A-Za-z][A-Za-z0-9_.-]*$/, 100, {
  code: 'bad-name',
  expected: 'a key of grafana.ini',
  remedy: 'use letters, digits and "_": org_role',
})

const iniValue = textOf(
  /^[ -~\u00a0-\uffff]*$/,
  8192,
  { code: 'bad-text', expected: 'a single line of text without """', remedy: 'write one line' },
  (text) => !text.includes('"""'),
)

export const grafana = z.strictObject({
  ...withoutFlags,
  adminSecret: field(objectName, 'An existing Secret with keys admin-user and admin-password.'),
  database: field(database.nullable(), 'An external database, needed for more than one replica.'),
  dataSources: field(z.array(dataSource).max(100), 'Data sources beside that of the stack.'),
  auth: field(z.strictObject({ oidc: oidc.nullable().default(null) }), 'How people log in, beside the administrator.'),
  config: field(
    z.record(sectionName, z.record(iniKey, z.union([iniValue, z.number(), z.boolean()]).transform(String))),
    'Further settings of grafana.ini, by section and key.',
  ),
})
