import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { componentNames, type ConfigurableName, isPodName, pageNames } from '@thanos-fleet/catalog'
import {
  type ClusterSpec,
  completeDefaults,
  loadCluster,
  modes,
  noLinks,
  type ReadCluster,
  sectionsOf,
} from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import { isWorkload, type KubeObject, type PodTemplateSpec } from '@thanos-fleet/kubernetes'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from '../desired.ts'

const fixtures = join(import.meta.dirname, '../../../cluster-spec/fixtures')
const memcached = { type: 'memcached' } as const
const hosts = Object.fromEntries(pageNames.map((page) => [page, `${page}.example.com`.toLowerCase()]))

const read: ReadCluster = {
  ...{ name: 'paris', host: 'storeapi.paris.example.com', port: 443 },
  ...{ externalLabels: { cluster: 'paris' }, deduplicatesTenants: false },
}

/** Every mode with every optional component and part switched on, published in every way. */
const complete = modes.flatMap((mode) => {
  const spec = completeDefaults(mode, 'x')
  return (['IngressRoute', 'Ingress', 'Gateway'] as const).map((kind): [string, ClusterSpec] => [
    `${mode} with everything and ${kind}`,
    {
      ...spec,
      store: { ...spec.store, indexCache: memcached, bucketCache: memcached },
      query: { ...spec.query, autoscaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 70 } },
      grpcTls: { issuer: { name: 'ca', kind: 'ClusterIssuer' }, step: null },
      ingress: {
        kind,
        class: mode === 'sidecar-mode' ? { IngressRoute: null, Ingress: 'traefik', Gateway: 'envoy' }[kind] : null,
        gateway:
          mode === 'sidecar-mode'
            ? null
            : { name: 'public', namespace: 'gateways', sectionName: null, grpcSectionName: null },
        port: null,
        clientAuthority: { secret: 'clients' },
        controller: { namespace: 'ingress', podLabels: { app: 'controller' } },
        annotations: {},
        hosts: { ...noHosts(), ...hosts },
        tls: { issuer: { name: 'ca', kind: 'ClusterIssuer' } },
        authentication:
          kind === 'Ingress' ? { forwardAuth: 'https://login.example.com' } : { basicAuthSecret: 'users' },
      },
      identity: { client: { secret: 'client' }, authority: { secret: 'fleet' }, publicHosts: false },
      links: mode === 'receive-mode' ? { ...noLinks, writers: ['oslo'] } : { ...noLinks, reads: [read] },
      storage: { ...spec.storage, local: { path: '/data', nodes: ['node-1', 'node-2', 'node-3'] } },
    },
  ])
})

function noHosts(): Record<(typeof pageNames)[number], null> {
  return {
    prometheus: null,
    query: null,
    queryGrpc: null,
    grafana: null,
    alertmanager: null,
    bucketWeb: null,
    rule: null,
    receive: null,
    remoteWrite: null,
  }
}

/** The good examples of cluster.yaml: buckets of all types, zones, shards, moves between the modes, extra files. */
const examples = globSync('valid/*.yaml', { cwd: fixtures }).map((file): [string, ClusterSpec] => {
  const files = join(fixtures, 'files')
  const name = basename(file, '.yaml')
  const loaded = loadCluster(
    { path: `clusters/${name}/cluster.yaml`, text: readFileSync(join(fixtures, file)) },
    {
      files: () => globSync('**/*.*', { cwd: files }),
      read: (path) => readFileSync(join(files, path)),
    },
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return [name, loaded.spec]
})

/** Clusters that have, together, every object that there can be. */
export const clusters: readonly [string, ClusterSpec][] = [...complete, ...examples]

/** Components with pods of their own that none of these clusters has. */
export function missingComponents(): string[] {
  const present = new Set(clusters.flatMap(([, spec]) => [...factsOf(spec).present]))
  return componentNames.filter((name) => isPodName(name) && !present.has(name))
}

/** The same cluster with further settings in the section of each component. */
export function withSections(spec: ClusterSpec, change: (component: ConfigurableName) => object): ClusterSpec {
  // Not `structuredClone`: sections that share an object by default would go on sharing it.
  const copy: ClusterSpec = JSON.parse(JSON.stringify(spec))
  for (const { component, settings } of sectionsOf(copy)) Object.assign(settings, change(component))
  return copy
}

/** The objects of a cluster as they are applied. */
export function objectsOf(spec: ClusterSpec): KubeObject[] {
  return rendered(desired(spec))
}

/** The pods of these objects. An object with containers that is none of the known kinds of workload is refused. */
export function podsOf(objects: readonly KubeObject[]): { name: string; component: string; pods: PodTemplateSpec }[] {
  return objects.flatMap((object) => {
    if (isWorkload(object) && object.spec !== undefined) {
      const pods = object.spec.template
      const { name } = object.metadata
      return [{ name, component: pods.metadata?.labels?.['app.kubernetes.io/name'] ?? '', pods }]
    }
    if (JSON.stringify(object).includes('"containers":')) throw new Error(`${object.kind} runs pods, and is not known`)
    return []
  })
}
