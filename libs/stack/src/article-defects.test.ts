import { restricted } from '@thanos-fleet/authoring'
import { selectorsOf } from '@thanos-fleet/promql'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Cluster, complete } from './testing/inspect.ts'

/**
 * The defects of the walk-through that this system is modelled on, none of which our own output may have. The numbers
 * are those of docs/history/defects.md.
 */
const sidecar = complete('sidecar-mode')
const receive = complete('receive-mode')
const development = complete('dev-filesystem-objstore')
const clusters: [string, Cluster][] = [
  ['sidecar-mode', sidecar],
  ['receive-mode', receive],
  ['dev-filesystem-objstore', development],
]

describe.each(clusters)('%s', (_mode, cluster) => {
  it('1, 3: every producer of blocks knows the bucket', () => {
    for (const name of ['thanos-sidecar', 'thanos-receive-ingestor', 'thanos-rule'].filter(
      (name) => cluster.containers(name).length > 0,
    )) {
      expect(cluster.flag(name, 'objstore.config-file'), name).toHaveLength(1)
    }
  })

  it('9: alerts reach Alertmanager from Prometheus and from Rule', () => {
    expect(cluster.yaml('prometheus.yaml')).toMatchObject({
      alerting: { alertmanagers: [{ dns_sd_configs: [{ names: ['_http._tcp.alertmanager.thanos.svc'] }] }] },
    })
    expect(cluster.flag('thanos-rule', 'alertmanagers.url')).toHaveLength(1)
  })

  it('12: no password is in a manifest, and several Grafanas share no file', () => {
    for (const object of cluster.objects) expect(object.kind).not.toBe('Secret')
    const grafana = cluster.container('grafana')
    for (const name of ['GF_SECURITY_ADMIN_USER', 'GF_SECURITY_ADMIN_PASSWORD']) {
      expect(grafana.env?.find((variable) => variable.name === name)?.valueFrom?.secretKeyRef?.name).toBeTypeOf(
        'string',
      )
    }
    expect(cluster.one('StatefulSet', 'grafana').spec?.replicas).toBe(1)
  })

  it('14: only current API versions, and a namespace exactly where the kind has one', () => {
    const clusterScoped = new Set([
      'Namespace',
      'ClusterRole',
      'ClusterRoleBinding',
      'PersistentVolume',
      'StorageClass',
    ])
    for (const { apiVersion, kind, metadata } of cluster.objects) {
      expect(apiVersion).not.toMatch(/beta|containo/)
      expect(metadata.namespace === undefined, `${kind} ${metadata.name}`).toBe(clusterScoped.has(kind))
    }
  })

  it('15: a workload carries its own name, and selectors meet the pods of nothing else', () => {
    for (const { component, workload } of cluster.pods) {
      expect(workload.metadata.name.startsWith(component)).toBe(true)
      expect(workload.spec?.template.metadata?.labels).toMatchObject(
        workload.spec?.selector.matchLabels ?? { none: 'none' },
      )
      expect(Object.keys(workload.spec?.selector.matchLabels ?? {})).toEqual([
        'app.kubernetes.io/name',
        'app.kubernetes.io/instance',
      ])
    }
    const selectors = cluster.pods.map(({ workload }) => JSON.stringify(workload.spec?.selector.matchLabels))
    expect(new Set(selectors).size).toBe(selectors.length)
  })

  it('16: TLS is verified everywhere, and nothing logs for debugging', () => {
    const text = JSON.stringify(cluster.objects)
    expect(text).not.toMatch(/insecure_skip_verify|insecureSkipVerify|--log.level=debug/)
  })

  it('17: no flag that a release dropped', () => {
    const text = JSON.stringify(cluster.pods)
    expect(text).not.toMatch(/--store=|--debug\.accept-malformed-index|--endpoint=|--store\.sd-files/)
  })

  it('18: every pod is restricted, has a budget and a policy', () => {
    for (const { component, pod } of cluster.pods) {
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } })
      for (const container of pod.containers) {
        expect(container.securityContext, container.name).toEqual(restricted)
        expect(container.resources?.limits, container.name).toHaveProperty('memory')
        expect(container.resources?.requests, container.name).toHaveProperty('ephemeral-storage')
        expect(container, container.name).toMatchObject({ startupProbe: {}, readinessProbe: {}, livenessProbe: {} })
      }
      expect(cluster.one('PodDisruptionBudget', component).spec?.unhealthyPodEvictionPolicy).toBe('AlwaysAllow')
      expect(cluster.one('NetworkPolicy', component).spec?.policyTypes).toEqual(['Ingress', 'Egress'])
    }
    expect(cluster.one('NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    })
  })

  it('8: no argument carries quotes that only a shell would take away', () => {
    for (const { pod } of cluster.pods)
      for (const container of pod.containers)
        for (const arg of container.args ?? []) expect(arg).not.toMatch(/^--[^=]+=["']/)
  })

  it('11: rules select jobs that exist', () => {
    const jobs = new Set(
      (cluster.yaml('prometheus.yaml') as { scrape_configs: { job_name: string }[] }).scrape_configs.map(
        (job) => job.job_name,
      ),
    )
    const rules = cluster
      .all('ConfigMap')
      .filter(({ metadata }) => metadata.name.endsWith('-rules'))
      .flatMap(({ data }) => Object.values(data ?? {}))
    const expressions = rules.flatMap((text) => {
      const { groups }: { groups: { rules: { expr: string }[] }[] } = parse(text)
      return groups.flatMap((group) => group.rules.map(({ expr }) => expr))
    })
    const selected = expressions
      .flatMap((expr) => selectorsOf(expr))
      .flatMap(({ matchers }) =>
        matchers.filter(({ label, operator }) => label === 'job' && operator === '=').map(({ value }) => value),
      )
    expect(selected.length).toBeGreaterThan(20)
    for (const job of selected) expect(jobs).toContain(job)
  })
})

describe('by mode', () => {
  it('2: in the development mode one volume is the bucket of all', () => {
    const claims = development.objects.filter(
      ({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === 'thanos-bucket',
    )
    expect(claims).toHaveLength(1)
  })

  it('4: ring endpoints are in the namespace of the pods, whatever it is called', () => {
    const moved = complete('receive-mode', { namespace: 'monitoring' })
    expect(moved.file('hashrings.json')).toContain('.thanos-receive-ingestor.monitoring.svc:10901')
    expect(moved.file('hashrings.json')).not.toMatch(/\.(thanos|kube-system)\.svc/)
  })

  it('5: three ingestors keep three copies', () => {
    expect(receive.flag('thanos-receive-router', 'receive.replication-factor')).toEqual(['3'])
    expect(receive.one('StatefulSet', 'thanos-receive-ingestor').spec?.replicas).toBe(3)
  })

  it('6: without a sidecar too, replicas of Prometheus have different labels', () => {
    expect(receive.file('prometheus.yaml')).toContain('prometheus_replica: ${POD_NAME}')
    expect(receive.container('prometheus').env?.map(({ name }) => name)).toContain('POD_NAME')
  })

  it('7: in receive-mode Query reads the ingestors and knows their label', () => {
    expect(receive.file('endpoints.yaml')).toContain('thanos-receive-ingestor')
    expect(receive.flag('thanos-query', 'query.replica-label')).toContain('receive_replica')
  })

  it('10: Alertmanagers know each other and keep silences on volumes', () => {
    const set = sidecar.one('StatefulSet', 'alertmanager')
    expect(set.spec?.replicas).toBeGreaterThan(1)
    expect(sidecar.flag('alertmanager', 'cluster.peer')).toEqual(
      Array.from(
        { length: set.spec?.replicas ?? 0 },
        (_, index) => `alertmanager-${index}.${set.spec?.serviceName}.thanos.svc:9094`,
      ),
    )
    expect(set.spec?.volumeClaimTemplates).toHaveLength(1)
  })

  it('13: each claim has a volume of its size, of its name, below the one path', () => {
    const local = complete('sidecar-mode', {
      storage: {
        ...sidecar.spec.storage,
        local: { path: '/data/thanos', nodes: ['node-1', 'node-2', 'node-3', 'node-4'] },
      },
    })
    const volumes = local.all('PersistentVolume')
    const claims = local.all('StatefulSet').flatMap(({ metadata, spec }) =>
      (spec?.volumeClaimTemplates ?? []).flatMap((template) =>
        Array.from({ length: spec?.replicas ?? 0 }, (_, index) => ({
          name: `data-${metadata.name}-${index}`,
          size: template.spec?.resources?.requests?.['storage'],
        })),
      ),
    )
    expect(volumes).toHaveLength(claims.length)
    for (const { name, size } of claims) {
      const volume = volumes.find(({ spec }) => spec?.claimRef?.name === name)
      expect(volume?.spec).toMatchObject({
        capacity: { storage: size },
        local: { path: `/data/thanos/${name}` },
        claimRef: { namespace: 'thanos' },
      })
    }
    const nodes = volumes
      .filter(({ spec }) => spec?.claimRef?.name?.startsWith('data-prometheus-'))
      .map(({ spec }) => spec?.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values?.[0])
    expect(new Set(nodes).size).toBe(3)
  })

  it('16: pages are published with TLS, and with authentication unless they have their own', () => {
    const hosts = {
      prometheus: 'p.example',
      query: 'q.example',
      queryGrpc: null,
      grafana: 'g.example',
      alertmanager: 'a.example',
      bucketWeb: null,
      rule: null,
      receive: null,
      remoteWrite: null,
    }
    const published = complete('sidecar-mode', {
      ingress: {
        kind: 'IngressRoute',
        annotations: {},
        class: null,
        gateway: null,
        port: null,
        clientAuthority: null,
        controller: { namespace: 'traefik', podLabels: {} },
        hosts,
        tls: { secret: 'tls' },
        authentication: { basicAuthSecret: 'users' },
      },
    })
    const routes = published.objects.filter(({ kind }) => kind === 'IngressRoute')
    expect(routes).toHaveLength(4)
    for (const route of routes) {
      expect(route).toMatchObject({ spec: { tls: { secretName: 'tls' } } })
      if (route.metadata.name !== 'grafana')
        expect(route).toMatchObject({ spec: { routes: [{ middlewares: [{ name: 'thanos-authentication' }] }] } })
    }
  })
})
