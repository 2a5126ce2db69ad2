import { z } from 'zod'
import { exactlyOne } from './one-of.ts'
import { issuerRef } from './platform.ts'
import { objectName } from './primitives.ts'

const client = z
  .strictObject({
    secret: objectName.describe('An existing Secret with tls.crt and tls.key.').exactOptional(),
    issuer: issuerRef.describe('cert-manager makes the certificate.').exactOptional(),
  })
  .transform((value, context) => {
    exactlyOne(value, ['secret', 'issuer'], 'a certificate', context)
    if (value.secret !== undefined) return { secret: value.secret }
    if (value.issuer !== undefined) return { issuer: value.issuer }
    return z.NEVER
  })
  .meta({ minProperties: 1, maxProperties: 1, description: 'The certificate that this cluster shows to others.' })

/** How clusters of a fleet know each other. */
export const identity = z
  .strictObject({
    client,
    authority: z
      .strictObject({ secret: objectName })
      .describe('Who signs the certificates of the fleet, in an existing Secret with ca.crt.'),
    publicHosts: z
      .boolean()
      .default(false)
      .describe('Whether the hosts of clusters have certificates of public authorities instead.'),
  })
  .nullable()
