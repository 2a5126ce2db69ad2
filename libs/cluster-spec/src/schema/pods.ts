import { isIP } from 'node:net'
import { z } from 'zod'
import type { EnvSource, ExtraVolume } from '../pod-spec.ts'
import { exactlyOne } from './one-of.ts'
import { bytes, dnsLabel, field, hostName, nonEmpty, objectName, texts, textOf } from './primitives.ts'
import { dataKey } from './secrets.ts'

const envName = textOf(/^[A-Za-z_][A-Za-z0-9_]*$/, 255, {
  code: 'bad-name',
  expected: 'the name of an environment variable',
  remedy: 'use letters, digits and "_", not starting with a digit',
})

const envReference = z
  .strictObject({ secret: objectName.exactOptional(), configMap: objectName.exactOptional(), key: dataKey })
  .transform((value, context): Exclude<EnvSource, string> => {
    exactlyOne(value, ['secret', 'configMap'], 'the source of a variable', context, 'missing-key')
    const { secret, configMap, key } = value
    if (secret !== undefined) return { secret, key }
    return configMap === undefined ? z.NEVER : { configMap, key }
  })
  .meta({ minProperties: 2, maxProperties: 2 })

const extraEnv = z
  .record(envName, z.union([z.string(), envReference]))
  .describe('Environment variables: a text, {secret, key} or {configMap, key}.')

const mountPath = textOf(/^(\/[A-Za-z0-9_.][-A-Za-z0-9_.]*)+$/, 200, {
  code: 'bad-path',
  expected: 'an absolute path without a trailing slash',
  remedy: 'write an absolute path: /etc/ssl/company',
}).refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), {
  params: { code: 'bad-path', expected: 'a path without "." and ".."', remedy: 'write the path that is meant' },
})

const extraVolume = z
  .strictObject({
    mountPath: mountPath.describe('Where the container finds it.'),
    secret: objectName.describe('An existing Secret.').exactOptional(),
    configMap: objectName.describe('An existing ConfigMap.').exactOptional(),
    claim: objectName.describe('An existing PersistentVolumeClaim.').exactOptional(),
    emptyDir: bytes.describe('The size of a directory that is empty whenever a pod starts.').exactOptional(),
  })
  .transform((value, context): ExtraVolume => {
    exactlyOne(value, ['secret', 'configMap', 'claim', 'emptyDir'], 'a volume', context, 'missing-key')
    const { mountPath, secret, configMap, claim, emptyDir } = value
    if (secret !== undefined) return { mountPath, secret }
    if (configMap !== undefined) return { mountPath, configMap }
    if (claim !== undefined) return { mountPath, claim }
    return emptyDir === undefined ? z.NEVER : { mountPath, emptyDir }
  })
  .meta({ minProperties: 2, maxProperties: 2 })

/** 63 characters with what is put before it. */
const volumeName = dnsLabel.refine((name) => name.length <= 55, {
  params: { code: 'bad-name', expected: 'a name of at most 55 characters', remedy: 'shorten the name' },
})

const extraVolumes = z
  .record(volumeName, extraVolume)
  .describe('Volumes by a name of your own: mountPath and secret, configMap, claim or emptyDir.')

const ip = textOf(
  /^(\d{1,3}(\.\d{1,3}){3}|[0-9A-Fa-f]*(:[0-9A-Fa-f.]*){2,8})$/,
  45,
  { code: 'bad-address', expected: 'an IP address', remedy: 'write an address of IPv4 or IPv6: 10.0.0.7' },
  (text) => isIP(text) !== 0,
)

const hostAliases = z
  .array(z.strictObject({ ip, hostnames: z.array(hostName).min(1) }))
  .describe('Host names that the pods find at an address, whatever the name server says.')

const nodeRequirement = z.strictObject({
  key: nonEmpty.describe('The label of a node.'),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
  values: z.array(z.string()).min(1).describe('With In and NotIn.').exactOptional(),
})

export const containerExtras = { extraEnv: extraEnv.exactOptional(), extraVolumes: extraVolumes.exactOptional() }

export const podSettings = {
  podLabels: field(texts, 'Labels of the pods.'),
  podAnnotations: field(texts, 'Annotations of the pods.'),
  hostAliases: hostAliases.exactOptional(),
  nodeAffinity: field(z.array(nodeRequirement), 'What a node must meet, all of it, to carry the pods.'),
}

/** What every pod has. */
export const pods = z.strictObject({
  labels: field(texts, 'Labels of every pod.'),
  annotations: field(texts, 'Annotations of every pod.'),
  hostAliases: hostAliases.exactOptional(),
  ...containerExtras,
})
