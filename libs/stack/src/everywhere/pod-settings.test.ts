import { componentOf, configurableNames, isComponentName } from '@thanos-fleet/catalog'
import { type ClusterSpec, loadCluster } from '@thanos-fleet/cluster-spec'
import type { Container, PodSpec } from '@thanos-fleet/kubernetes'
import { secretKeys } from '@thanos-fleet/object-store'
import { describe, expect, it } from 'vitest'
import { clusters, objectsOf, podsOf, withSections } from './testing.ts'

const volume = (secret: string) => ({ mountPath: `/etc/company/${secret}`, secret })
const all: ClusterSpec['pods'] = {
  labels: { 'label-all': 'a' },
  annotations: { 'annotation-all': 'a' },
  hostAliases: [{ ip: '10.0.0.7', hostnames: ['all.example.com'] }],
  extraEnv: { ALL: 'a', BOTH: 'a', SECRET: { secret: 's', key: 'k' } },
  extraVolumes: { all: volume('all'), both: volume('both-all') },
}

/** Settings of one component, which say its name. */
const settingsOf = (component: string) => ({
  podLabels: { 'label-own': component },
  podAnnotations: { 'annotation-own': component },
  hostAliases: [
    { ip: '10.0.0.7', hostnames: ['own.example.com'] },
    { ip: 'fd00::1', hostnames: ['six.example.com'] },
  ],
  nodeAffinity: [{ key: 'pool', operator: 'In' as const, values: [component] }],
  extraEnv: { OWN: component, BOTH: component },
  extraVolumes: { own: volume('own'), both: volume(`both-${component}`) },
})

const onPods = (component: string) => componentOf(nameOf(component)).settings?.kind !== 'container'

function nameOf(component: string) {
  if (!isComponentName(component)) throw new Error(`no component ${component}`)
  return component
}

describe.each(clusters)('what pods have besides: %s', (_, spec) => {
  const changed = withSections({ ...spec, pods: all }, (component) => {
    const { extraEnv, extraVolumes, ...ofPods } = settingsOf(component)
    return onPods(component) ? { extraEnv, extraVolumes, ...ofPods } : { extraEnv, extraVolumes }
  })
  const pods = podsOf(objectsOf(changed))

  it('is on every pod', () => {
    for (const { component, pods: template } of pods) {
      expect(template.metadata, component).toMatchObject({
        labels: { 'label-all': 'a', 'label-own': component, 'app.kubernetes.io/name': component },
        annotations: { 'annotation-all': 'a', 'annotation-own': component },
      })
      expect(template.spec?.hostAliases, component).toEqual([
        { ip: '10.0.0.7', hostnames: ['all.example.com', 'own.example.com'] },
        { ip: 'fd00::1', hostnames: ['six.example.com'] },
      ])
      const terms = template.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      expect(terms?.nodeSelectorTerms, component).toEqual([
        { matchExpressions: [{ key: 'pool', operator: 'In', values: [component] }] },
      ])
    }
  })

  it('is in every container, from the section that it has or that of its pod', () => {
    for (const { component, pods: template } of pods) {
      for (const container of containersOf(template.spec)) {
        const section = configurableNames.find((name) => name === container.name) ?? component
        expect(env(container), container.name).toMatchObject({ ALL: 'a', OWN: section, BOTH: section, SECRET: 's/k' })
        expect(secretsOf(container, template.spec), container.name).toMatchObject({
          '/etc/company/all': 'all',
          '/etc/company/own': 'own',
          [`/etc/company/both-${section}`]: `both-${section}`,
        })
      }
    }
  })

  it('meets nothing of ours: each name of a variable, a volume and a path is there once', () => {
    for (const { pods: template } of pods) {
      expectOnce((template.spec?.volumes ?? []).map(({ name }) => name))
      for (const { env, volumeMounts } of containersOf(template.spec)) {
        expectOnce((env ?? []).map(({ name }) => name))
        expectOnce((volumeMounts ?? []).map(({ mountPath }) => mountPath))
      }
    }
  })
})

describe('a variable or path of ours', () => {
  const specs = clusters.map(([, spec]) =>
    withSections({ ...spec, pods: { ...all, extraEnv: {}, extraVolumes: {} } }, () => ({
      extraEnv: {},
      extraVolumes: {},
    })),
  )
  const containers = specs.flatMap((spec) => podsOf(objectsOf(spec)).flatMap(({ pods }) => containersOf(pods.spec)))
  const variables = new Set([
    ...containers.flatMap(({ env = [] }) => env.map(({ name }) => name)),
    ...Object.values(secretKeys).flatMap((keys) => keys.map(({ variable }) => variable)),
  ])
  const paths = new Set(containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ mountPath }) => mountPath)))

  it.each([...variables])('cannot be set: %s', (name) => {
    expect(codesOf(`pods: { extraEnv: { ${name}: a } }`)).toContain('owned-variable')
    expect(codesOf(`sidecar: { extraEnv: { ${name}: { secret: a, key: b } } }`)).toContain('owned-variable')
  })

  // The folder of a FILESYSTEM bucket is the cluster's choice; it is refused where it is that.
  it.each([...paths].filter((path) => path !== '/mnt/bucket'))('cannot be mounted over: %s', (path) => {
    for (const mountPath of [path, `${path}/below`, path.slice(0, path.lastIndexOf('/'))].filter((one) => one !== '')) {
      const lines = `prometheus: { extraVolumes: { a: { mountPath: ${mountPath}, secret: a } } }`
      expect(codesOf(lines), mountPath).toContain('owned-path')
    }
  })

  it('leaves all others free', () => {
    expect(variables.size).toBeGreaterThan(10)
    expect(paths.size).toBeGreaterThan(10)
    expect(codesOf('pods: { extraEnv: { HTTPS_PROXY: http://proxy } }')).toEqual([])
    expect(codesOf('pods: { extraVolumes: { a: { mountPath: /etc/ssl/certs, secret: a } } }')).toEqual([])
  })
})

function containersOf(pod: PodSpec | undefined): Container[] {
  return [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])]
}

function env({ env = [] }: Container): Record<string, string | undefined> {
  return Object.fromEntries(
    env.map(({ name, value, valueFrom }) => {
      const from = valueFrom?.secretKeyRef
      return [name, value ?? (from === undefined ? undefined : `${from.name}/${from.key}`)]
    }),
  )
}

/** The Secrets that a container has, by the paths at which they are. */
function secretsOf({ volumeMounts = [] }: Container, pod: PodSpec | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    volumeMounts.map(({ name, mountPath }) => [
      mountPath,
      pod?.volumes?.find((volume) => volume.name === name)?.secret?.secretName,
    ]),
  )
}

function expectOnce(names: readonly string[]): void {
  expect(names).toEqual([...new Set(names)])
}

function codesOf(lines: string): string[] {
  const text = `name: x\nmode: sidecar-mode\nobjectStore: { type: GCS, bucket: b, credentials: { secret: s } }\n${lines}\n`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
