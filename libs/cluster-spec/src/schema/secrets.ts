import { z } from 'zod'
import type { SecretKey } from '../spec.ts'
import { exactlyOne } from './one-of.ts'
import { nonEmpty, objectName, texts, textOf } from './primitives.ts'

export const dataKey = textOf(/^(?!\.\.?$)[-._a-zA-Z0-9]+$/, 253, {
  code: 'bad-name',
  expected: 'a key of a Secret or ConfigMap',
  remedy: 'use only letters, digits, "-", "_" and "."',
})

/** One key of an existing Secret; the Secret's name alone means the usual key. */
export function secretKey(usualKey: string) {
  return z
    .union([objectName, z.strictObject({ name: objectName, key: dataKey.default(usualKey) })])
    .transform((value): SecretKey => (typeof value === 'string' ? { name: value, key: usualKey } : value))
    .describe(`An existing Secret: its name (the key is then "${usualKey}"), or {name, key}.`)
}

const secretByName = z
  .union([objectName, z.strictObject({ name: objectName })])
  .transform((value) => (typeof value === 'string' ? { name: value } : value))

/** Where the secret half of the object store's configuration comes from. */
export const credentials = z
  .strictObject({
    secret: secretByName.describe('An existing Secret of the namespace.').exactOptional(),
    externalSecret: z
      .strictObject({
        store: objectName.describe('The SecretStore that holds the credentials.'),
        storeKind: z.enum(['SecretStore', 'ClusterSecretStore']).default('ClusterSecretStore'),
        key: nonEmpty.describe('The key in that store.'),
      })
      .describe('An ExternalSecret is generated, which makes the Secret.')
      .exactOptional(),
    workloadIdentity: z
      .strictObject({
        annotations: texts.default({}).describe('Annotations of the ServiceAccounts, as the cloud wants them.'),
        podLabels: texts.default({}).describe('Labels of the pods, as Azure wants them.'),
      })
      .describe("The pods' own identity; no Secret is needed.")
      .exactOptional(),
  })
  .transform((value, context) => {
    exactlyOne(value, ['secret', 'externalSecret', 'workloadIdentity'], 'credentials', context)
    if (value.secret !== undefined) return { secret: value.secret }
    if (value.externalSecret !== undefined) return { externalSecret: value.externalSecret }
    if (value.workloadIdentity !== undefined) return { workloadIdentity: value.workloadIdentity }
    return z.NEVER
  })
  .meta({ minProperties: 1, maxProperties: 1, description: 'Where the secret half of the configuration comes from.' })
