import fc from 'fast-check'
import { key, text, texts } from './values.ts'

/** A record of which any field may be missing. */
function some<T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) {
  return fc.record(fields, { requiredKeys: [] })
}

/** Items in any order, no two with the same identity. */
function keyed<T>(item: fc.Arbitrary<T>, identity: (item: T) => unknown, maxLength = 4) {
  return fc.uniqueArray(item, { selector: identity, maxLength })
}

export const image = fc.constantFrom(
  'quay.io/thanos/thanos:v0.39.0',
  'quay.io/thanos/thanos:v0.40.0',
  'quay.io/thanos/thanos',
  'registry:5000/thanos:1.0',
  `quay.io/thanos/thanos:v0.40.0@sha256:${'0a'.repeat(32)}`,
  `quay.io/thanos/thanos@sha256:${'0b'.repeat(32)}`,
  'mirror.example.com/thanos/thanos:v0.40.0',
  'memcached:1.6',
  'memcached:1.7',
)

const configName = fc.constantFrom('config', 'rules', 'c.d')

/** Ports that share a number on TCP and UDP, and ones whose protocol is left to its default. */
const ports = (numberField: 'port' | 'containerPort') => {
  const port = fc.record(
    {
      [numberField]: fc.constantFrom(80, 9094, 9095),
      name: fc.constantFrom('http', 'mesh-tcp', 'mesh-udp', 'x'),
      protocol: fc.constantFrom('TCP', 'UDP'),
    },
    { requiredKeys: [numberField] },
  )
  return keyed(port, (item) => `${item[numberField]}/${item.protocol}`)
}

const env = keyed(
  fc.oneof(
    fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'y'), value: text }),
    fc.record({
      name: fc.constantFrom('A', 'B', 'C'),
      valueFrom: fc.record({ configMapKeyRef: fc.record({ name: configName, key: fc.constant('k') }) }),
    }),
  ),
  (item) => item.name,
  5,
)

const container = fc.record(
  {
    name: fc.constantFrom('prometheus', 'sidecar', 'reloader', '1'),
    image,
    args: fc.array(text, { maxLength: 4 }),
    env,
    envFrom: fc.array(fc.record({ configMapRef: fc.record({ name: configName }) }), { maxLength: 2 }),
    ports: ports('containerPort'),
    volumeMounts: keyed(
      fc.record(
        {
          name: fc.constantFrom('data', 'config'),
          mountPath: fc.constantFrom('/data', '/etc/config', '/tmp'),
          readOnly: fc.boolean(),
        },
        { requiredKeys: ['name', 'mountPath'] },
      ),
      (item) => item.mountPath,
    ),
    resources: some({ requests: texts, limits: texts }),
    securityContext: some({
      readOnlyRootFilesystem: fc.boolean(),
      capabilities: fc.record({ drop: fc.array(text, { maxLength: 2 }) }),
    }),
    readinessProbe: some({
      httpGet: fc.record({ path: text, port: fc.oneof(text, fc.constant(80)) }),
      periodSeconds: fc.nat(9),
    }),
  },
  { requiredKeys: ['name'] },
)

const volume = fc.oneof(
  fc.record({ name: fc.constantFrom('data', 'config', 'x'), configMap: fc.record({ name: configName }) }),
  fc.record({ name: fc.constantFrom('data', 'config', 'x'), emptyDir: some({ sizeLimit: text }) }),
  fc.record({
    name: fc.constantFrom('data', 'config', 'x'),
    projected: fc.record({
      sources: fc.array(fc.record({ configMap: fc.record({ name: configName }) }), { maxLength: 2 }),
    }),
  }),
)

export const podSpec = fc.record(
  {
    containers: keyed(container, (item) => item.name, 3),
    initContainers: keyed(container, (item) => item.name, 2),
    volumes: keyed(volume, (item) => item.name),
    nodeSelector: texts,
    tolerations: fc.array(some({ key, operator: text, effect: text }), { maxLength: 3 }),
    topologySpreadConstraints: keyed(
      fc.record({
        topologyKey: fc.constantFrom('zone', 'host'),
        whenUnsatisfiable: fc.constantFrom('DoNotSchedule', 'ScheduleAnyway'),
        maxSkew: fc.nat(3),
      }),
      (item) => `${item.topologyKey}/${item.whenUnsatisfiable}`,
      3,
    ),
    imagePullSecrets: keyed(fc.record({ name: fc.constantFrom('p', 'q', 'r') }), (item) => item.name),
    hostAliases: keyed(
      fc.record({
        ip: fc.constantFrom('10.0.0.1', '::1'),
        hostnames: fc.array(text, { maxLength: 2 }),
      }),
      (item) => item.ip,
    ),
    serviceAccountName: fc.constantFrom('p', 'q'),
    securityContext: some({
      runAsUser: fc.nat(),
      sysctls: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
    }),
  },
  { requiredKeys: ['containers'] },
)

export const servicePorts = ports('port')
