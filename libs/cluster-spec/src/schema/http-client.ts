import { z } from 'zod'
import type { CaFile } from '../object-store-spec.ts'
import { exactlyOne } from './one-of.ts'
import { field, hostName, nonEmpty, objectName } from './primitives.ts'
import { dataKey, secretKey } from './secrets.ts'

/** A key of an existing Secret or ConfigMap that holds the certificates of an authority. */
export const caFile = z
  .strictObject({
    secret: objectName.exactOptional(),
    configMap: objectName.exactOptional(),
    key: dataKey.default('ca.crt'),
  })
  .transform((value, context): CaFile => {
    exactlyOne(value, ['secret', 'configMap'], 'an authority', context, 'missing-key')
    const { secret, configMap, key } = value
    if (secret !== undefined) return { secret, key }
    return configMap === undefined ? z.NEVER : { configMap, key }
  })
  .meta({ minProperties: 1, maxProperties: 2 })

const basicAuth = z.strictObject({ username: nonEmpty, passwordSecret: secretKey('password') })

const tlsConfig = z.strictObject({
  ca: field(
    caFile,
    'The private authority of the server: a key of an existing Secret or ConfigMap, by default ca.crt.',
  ),
  certSecret: field(objectName, 'An existing Secret with tls.crt and tls.key, which the client presents.'),
  serverName: field(hostName, "The name in the server's certificate, where it is not that of the address."),
  insecureSkipVerify: field(z.boolean(), 'Whether any certificate is taken.'),
})

/** Who asks a server elsewhere, by a token of the type Bearer or by name and password. */
export const bearerClientFields = {
  basicAuth: field(basicAuth, 'Name and password, which is a key of an existing Secret.'),
  authorization: field(
    z.strictObject({ credentialsSecret: secretKey('token') }),
    'The header Authorization, of the type Bearer.',
  ),
  tlsConfig: field(tlsConfig, 'Whom the client trusts, and what it presents.'),
}

/** The same, where the type of the header can be another. */
export const httpClientFields = {
  ...bearerClientFields,
  authorization: field(
    z.strictObject({
      type: field(nonEmpty, 'Bearer unless another is named.'),
      credentialsSecret: secretKey('token'),
    }),
    'The header Authorization.',
  ),
}
