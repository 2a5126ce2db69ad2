import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureTools } from '@thanos-fleet/cli-tools'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { $ } from 'zx'
import { ensureSchemas } from './ensure.ts'
import { objectsAt, parseObject, textAt } from './json.ts'
import { schemaLocations } from './locations.ts'
import { kubernetesSwagger } from './modules.ts'
import { kubernetesVersions } from './pins.ts'

const statefulSet = (spec: object, container: object) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'a' },
  spec: {
    serviceName: 'a',
    selector: { matchLabels: { app: 'a' } },
    template: {
      metadata: { labels: { app: 'a' } },
      spec: { containers: [{ name: 'a', image: 'a', ...container }] },
    },
    ...spec,
  },
})

const ingressRoute = (spec: object, metadata: object = {}) => ({
  apiVersion: 'traefik.io/v1alpha1',
  kind: 'IngressRoute',
  metadata: { name: 'a', ...metadata },
  spec: { routes: [{ match: 'Host(`a`)', kind: 'Rule', services: [{ name: 'a', port: 80 }] }], ...spec },
})

/** Objects by what is right or wrong with them, and the field that kubeconform has to name. */
const valid: Record<string, object> = {
  'a StatefulSet': statefulSet({ replicas: 1 }, { resources: { limits: { memory: '1Gi', cpu: '0.5' } } }),
  'an IngressRoute': ingressRoute({ tls: { secretName: 'a' } }),
}
const invalid: Record<string, [object, string]> = {
  'a misspelt field': [statefulSet({ replica: 1 }, {}), 'replica'],
  'a misspelt field of a container': [statefulSet({}, { imagePullPolice: 'Always' }), 'imagePullPolice'],
  'a wrong type': [statefulSet({ replicas: 'one' }, {}), 'replicas'],
  'a missing field': [statefulSet({ selector: undefined }, {}), 'selector'],
  'an unknown value': [statefulSet({}, { imagePullPolicy: 'Sometimes' }), 'imagePullPolicy'],
  'a malformed quantity': [statefulSet({}, { resources: { limits: { memory: '1GB' } } }), 'memory'],
  null: [statefulSet({}, { command: null }), 'command'],
  'a misspelt field of a custom resource': [ingressRoute({ tls: { secret: 'a' } }), 'secret'],
  'a wrong type in a custom resource': [ingressRoute({ entryPoints: 'web' }), 'entryPoints'],
  "a misspelt field of a custom resource's metadata": [ingressRoute({}, { label: {} }), 'label'],
}

let program = ''
let dir = ''

beforeAll(async () => {
  const silent = { log: () => undefined }
  await ensureSchemas(silent)
  program = (await ensureTools(['kubeconform'], silent)).kubeconform
  dir = await mkdtemp(path.join(tmpdir(), 'schemas-'))
  const objects = { ...valid, ...Object.fromEntries(Object.entries(invalid).map(([name, [object]]) => [name, object])) }
  await Promise.all(
    Object.entries(objects).map(([name, object]) => writeFile(path.join(dir, `${name}.yaml`), stringify(object))),
  )
}, 600_000)

afterAll(() => rm(dir, { recursive: true, force: true }))

describe.each(kubernetesVersions)('kubeconform on Kubernetes %s', (version) => {
  const verdicts = new Map<string, { status: string; message: string }>()

  beforeAll(async () => {
    const locations = schemaLocations().flatMap((location) => ['-schema-location', location])
    const run = $({ quiet: true, nothrow: true, input: '' })
    const args = ['-strict', '-verbose', '-output', 'json', '-kubernetes-version', version, ...locations]
    const { stdout } = await run`${program} ${args} ${dir}`
    for (const resource of objectsAt(parseObject(stdout, 'the report of kubeconform'), 'resources')) {
      const name = path.basename(textAt(resource, 'filename') ?? '', '.yaml')
      verdicts.set(name, { status: textAt(resource, 'status') ?? '', message: textAt(resource, 'msg') ?? '' })
    }
  })

  it.each(Object.keys(valid))('passes %s', (name) => {
    expect(verdicts.get(name)).toEqual({ status: 'statusValid', message: '' })
  })

  it.each(Object.entries(invalid).map(([name, [, field]]) => [name, field]))('refuses %s', (name, field) => {
    expect(verdicts.get(name)).toEqual({ status: 'statusInvalid', message: expect.stringContaining(field) })
  })
})

it.each([
  ['traefik.io', ['ingressroute_v1alpha1', 'middleware_v1alpha1', 'tlsoption_v1alpha1', 'serverstransport_v1alpha1']],
  [
    'gateway.networking.k8s.io',
    ['gateway_v1', 'httproute_v1', 'grpcroute_v1', 'backendtlspolicy_v1', 'referencegrant_v1beta1'],
  ],
  ['gateway.envoyproxy.io', ['backendtrafficpolicy_v1alpha1', 'securitypolicy_v1alpha1']],
  ['cert-manager.io', ['certificate_v1', 'issuer_v1', 'clusterissuer_v1']],
  ['external-secrets.io', ['externalsecret_v1', 'secretstore_v1']],
  ['argoproj.io', ['application_v1alpha1', 'applicationset_v1alpha1', 'appproject_v1alpha1']],
  ['kustomize.toolkit.fluxcd.io', ['kustomization_v1']],
  ['source.toolkit.fluxcd.io', ['gitrepository_v1']],
])('custom resources of %s have schemas that need no other file', async (group, files) => {
  const folder = path.join(schemaLocations()[1] ?? '', '../..', group)
  for (const file of files) {
    const text = await readFile(path.join(folder, `${file}.json`), 'utf8')
    expect(parseObject(text, file)).toHaveProperty('definitions')
    expect(text).not.toMatch(/"\$ref":"[^#]/)
  }
})

it('finds the swagger of each version in the module cache', async () => {
  for (const version of kubernetesVersions) {
    const swagger = parseObject(await readFile(await kubernetesSwagger(version), 'utf8'), version)
    expect(swagger).toHaveProperty('definitions')
  }
})
