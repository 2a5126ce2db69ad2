import { z } from 'zod'
import { usualPods } from '../ingress-controllers.ts'
import type { Ingress } from '../spec.ts'
import { exactlyOne } from './one-of.ts'
import { issuerRef, podsOf } from './platform.ts'
import { dnsLabel, hostName, objectName, textOf, texts, url, whole } from './primitives.ts'

const kindName = textOf(/^[A-Z][A-Za-z0-9]*$/, 63, {
  code: 'bad-name',
  expected: 'a Kubernetes kind',
  remedy: 'write it as in a manifest: SecurityPolicy',
})

const host = hostName.nullable().default(null)

const hosts = z.strictObject({
  prometheus: host,
  query: host,
  queryGrpc: host,
  grafana: host,
  alertmanager: host,
  bucketWeb: host,
  rule: host,
  receive: host,
  remoteWrite: host,
})

const tls = z
  .strictObject({
    secret: objectName.describe('An existing TLS Secret.').exactOptional(),
    issuer: issuerRef.describe('cert-manager makes the certificate.').exactOptional(),
  })
  .transform((value, context) => {
    exactlyOne(value, ['secret', 'issuer'], 'TLS', context)
    if (value.secret !== undefined) return { secret: value.secret }
    if (value.issuer !== undefined) return { issuer: value.issuer }
    return z.NEVER
  })
  .meta({ minProperties: 1, maxProperties: 1, description: 'The certificate of the hosts.' })

const authentication = z
  .strictObject({
    basicAuthSecret: objectName.describe('An existing Secret with the users, in htpasswd form.').exactOptional(),
    forwardAuth: url.describe('URL of a service that decides on every request.').exactOptional(),
    gatewayFilter: z
      .strictObject({ group: hostName, kind: kindName, name: objectName })
      .describe('An existing filter object of the gateway (kind Gateway only).')
      .exactOptional(),
  })
  .transform((value, context) => {
    exactlyOne(value, ['basicAuthSecret', 'forwardAuth', 'gatewayFilter'], 'authentication', context)
    if (value.basicAuthSecret !== undefined) return { basicAuthSecret: value.basicAuthSecret }
    if (value.forwardAuth !== undefined) return { forwardAuth: value.forwardAuth }
    if (value.gatewayFilter !== undefined) return { gatewayFilter: value.gatewayFilter }
    return z.NEVER
  })
  .meta({ minProperties: 1, maxProperties: 1, description: 'Who may see the pages.' })

const gateway = z.strictObject({
  name: objectName,
  namespace: dnsLabel,
  sectionName: dnsLabel.nullable().default(null).describe('The listener of the pages.'),
  grpcSectionName: dnsLabel
    .nullable()
    .default(null)
    .describe('The listener of hosts.queryGrpc, which has to ask for client certificates.'),
})

/** How people reach the web pages. */
export const ingress = z
  .strictObject({
    kind: z.enum(['IngressRoute', 'Ingress', 'Gateway']).default('IngressRoute'),
    class: objectName
      .nullable()
      .default(null)
      .describe('Class of the Ingress, IngressRoute or Gateway, which also tells what its controller understands.'),
    gateway: gateway
      .nullable()
      .default(null)
      .describe('An existing Gateway that routes attach to (kind Gateway only); without it one of the class is made.'),
    port: whole(1, 65_535)
      .nullable()
      .default(null)
      .describe(
        'Port of the listeners of that Gateway: by default 8443 with Traefik, where it is that of an entry point, else 443.',
      ),
    controller: podsOf.describe('Pods of the controller, which NetworkPolicies let in.').exactOptional(),
    annotations: texts.default({}).describe('Annotations of every object that publishes a page.'),
    hosts: hosts.describe('The host of each page; a page without one is not published.'),
    tls: tls.nullable().describe('The certificate of the hosts; null: an existing Gateway has it already.'),
    authentication,
    clientAuthority: z
      .strictObject({ secret: objectName })
      .nullable()
      .default(null)
      .describe(
        'The authority of client certificates for hosts.queryGrpc and hosts.remoteWrite, in an existing Secret with ca.crt.',
      ),
  })
  .transform((value): Ingress => ({ ...value, controller: value.controller ?? usualPods(value) }))
