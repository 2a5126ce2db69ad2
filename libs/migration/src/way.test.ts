import { type ClusterSpec, mergesOverlaps } from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { idString, type Json, type KubeObject, type Service, type StatefulSet } from '@thanos-fleet/kubernetes'
import { clusterFiles, desired } from '@thanos-fleet/stack'
import { describe, expect, it } from 'vitest'
import { changesBetween } from './index.ts'
import { allowed, config, containers, flags, objects, readBy, workload } from './testing/ask.ts'
import { receiveCluster, sidecarCluster, type Stop, walk } from './testing/clusters.ts'

const there = walk(sidecarCluster, 'receive-mode')
const backAgain = walk(there.at(-1)?.text ?? '', 'sidecar-mode')
const fromReceive = walk(receiveCluster, 'sidecar-mode')
const ways: Record<string, Stop[]> = {
  'from sidecar-mode': there,
  'and back again': backAgain,
  'from receive-mode': fromReceive,
  'and to receive-mode again': walk(fromReceive.at(-1)?.text ?? '', 'receive-mode'),
  'of the example of sidecar-mode': walk(exampleText('sidecar-mode'), 'receive-mode'),
  'of the example of receive-mode': walk(exampleText('receive-mode'), 'sidecar-mode'),
}

const neighbours = (stops: readonly Stop[]) =>
  stops.slice(1).map((stop, index) => ({ before: stops[index] ?? stop, after: stop }))

describe.each(Object.entries(ways))('the way %s', (_name, stops) => {
  it('has every state once, in order', () => {
    const states = ['sidecar-only', 'receivers', 'remote-write', 'read-both', 'read-receive', 'receive-only']
    const forward = stops.at(-1)?.label === 'receive-mode'
    const expected = forward
      ? ['sidecar-mode', ...states.slice(1), 'receive-mode']
      : ['receive-mode', ...states.toReversed().slice(1), 'sidecar-mode']
    expect(stops.map(({ label }) => label)).toEqual(expected)
  })

  it('changes no field that Kubernetes does not let change', () => {
    const fixed = (object: KubeObject): Json => {
      const [set, service] = [object as StatefulSet, object as Service]
      if (object.kind === 'StatefulSet') {
        return JSON.stringify([
          set.spec?.serviceName,
          set.spec?.selector,
          set.spec?.volumeClaimTemplates,
          set.spec?.podManagementPolicy,
        ])
      }
      if (['Deployment', 'DaemonSet'].includes(object.kind)) return JSON.stringify(set.spec?.selector)
      if (object.kind === 'Service') return JSON.stringify([service.spec?.clusterIP, service.spec?.type])
      return [
        'Job',
        'PersistentVolume',
        'PersistentVolumeClaim',
        'StorageClass',
        'RoleBinding',
        'ClusterRoleBinding',
      ].includes(object.kind)
        ? JSON.stringify(object)
        : null
    }
    for (const { before, after } of neighbours(stops)) {
      const old = new Map(objects(before.spec).map((object) => [idString(object), fixed(object)]))
      for (const object of objects(after.spec)) {
        const id = idString(object)
        if (old.has(id)) expect(fixed(object), `${after.label}: ${id}`).toBe(old.get(id))
      }
    }
  })

  it('keeps the external labels of Prometheus, by which blocks and series are told apart', () => {
    const labels = (stop: Stop) =>
      (config(stop.spec, 'prometheus-config', 'prometheus.yaml') as { global: { external_labels: unknown } }).global
        .external_labels
    for (const stop of stops) expect(labels(stop), stop.label).toEqual(stops[0] && labels(stops[0]))
  })

  it('removes nothing before nothing reads it or writes to it', () => {
    for (const { before, after } of neighbours(stops)) {
      const sidecars = ({ spec }: Stop) => containers(spec, 'prometheus').length > 1
      const routers = ({ spec }: Stop) => workload(spec, 'thanos-receive-router') !== undefined
      if (sidecars(before) && !sidecars(after)) expect(readBy(before.spec)).not.toContain('prometheus-headless')
      if (routers(before) && !routers(after)) {
        expect(readBy(before.spec)).not.toContain('thanos-receive-ingestor')
        expect(config(before.spec, 'prometheus-config', 'prometheus.yaml')).not.toHaveProperty('remote_write')
      }
    }
  })

  it('lets Query take copies that differ in any label that only Receive adds for one series, while both ways exist and after', () => {
    for (const { label, spec } of stops.slice(1)) {
      expect(flags(spec, 'thanos-query', 'query.replica-label'), label).toEqual(
        expect.arrayContaining(['prometheus_replica', 'receive_replica', 'receive_cluster', 'tenant_id']),
      )
    }
  })

  it('keeps Prometheus from compacting exactly where a sidecar uploads', () => {
    for (const { label, spec } of stops) {
      const sidecar = containers(spec, 'prometheus').some(({ name }) => name === 'thanos-sidecar')
      const [min, max] = [
        flags(spec, 'prometheus', 'storage.tsdb.min-block-duration'),
        flags(spec, 'prometheus', 'storage.tsdb.max-block-duration'),
      ]
      expect([min, max], label).toEqual(sidecar ? [['2h'], ['2h']] : [[], []])
    }
  })

  it('arrives without anything but dashboards and policies being changed', () => {
    const [before, after] = [stops.at(-2), stops.at(-1)]
    const running = (stop?: Stop) =>
      stop === undefined
        ? []
        : objects(stop.spec).filter(
            ({ kind, metadata }) => metadata.name !== 'grafana-dashboards' && kind !== 'NetworkPolicy',
          )
    expect(running(after)).toEqual(running(before))
    expect(after?.spec.migration).toBeNull()
  })

  it('replaces no pods but those of Query and Compact in the first step, and of Prometheus where sidecars come or go', () => {
    for (const { before, after } of neighbours(stops)) {
      const replaced = changesBetween(before.spec, after.spec)
        .filter(({ restarts }) => restarts)
        .map(({ name }) => name)
      const sidecars = [before, after].map(({ spec }) => containers(spec, 'prometheus').length)
      const expected = [
        ...(before === stops[0] && !before.spec.query.deduplicateTenants ? ['thanos-query'] : []),
        ...(sidecars[0] === sidecars[1] ? [] : ['prometheus']),
      ]
      // Compact is told other labels of copies where the bucket gets blocks with other labels, and to merge the blocks of
      // Receive that overlap before there are any.
      const merges = [before, after].map(({ spec }) => mergesOverlaps(spec))
      const compact =
        merges[0] !== merges[1] || (replaced.includes('thanos-compact') && before.spec.compact.offlineDeduplication)
          ? ['thanos-compact']
          : []
      expect(replaced.toSorted(), after.label).toEqual([...expected, ...compact].toSorted())
    }
  })

  it('allows both ways from the first step to the last, since files reach programs later than policies', () => {
    const policies = (stop?: Stop) =>
      stop === undefined
        ? []
        : objects(stop.spec)
            .filter(({ kind }) => kind === 'NetworkPolicy')
            .toSorted((one, other) => (one.metadata.name < other.metadata.name ? -1 : 1))
    for (const { before, after } of neighbours(stops.slice(1, -1)))
      expect(policies(after), after.label).toEqual(policies(before))
    const names = policies(stops[1]).map(({ metadata }) => metadata.name)
    expect(names).toEqual(
      expect.arrayContaining(['prometheus', 'thanos-query', 'thanos-receive-ingestor', 'thanos-receive-router']),
    )
  })

  it('lets the pods of a step go on uploading while they end', () => {
    for (const { before, after } of neighbours(stops)) {
      const removed = objects(before.spec).filter(
        (object) => object.kind === 'StatefulSet' && !workload(after.spec, object.metadata.name),
      )
      for (const { metadata } of removed) {
        const component = metadata.labels?.['app.kubernetes.io/name'] ?? ''
        expect(allowed(after.spec, component, 'egress')).toBe(allowed(before.spec, component, 'egress'))
      }
    }
  })

  it('can be generated at every place, with a page that names it', () => {
    for (const { spec } of stops) {
      const readme = clusterFiles(spec).get(`clusters/${spec.name}/README.md`) ?? ''
      expect(readme.includes(`step **${spec.migration?.step}**`)).toBe(spec.migration !== null)
    }
  })

  it('gives every volume claim on named nodes its volume', () => {
    for (const { label, spec } of stops.filter(({ spec }) => spec.storage.local !== null)) {
      const claims = objects(spec).flatMap((object) =>
        object.kind !== 'StatefulSet'
          ? []
          : Array.from(
              { length: (object as StatefulSet).spec?.replicas ?? 1 },
              (_, ordinal) => `${object.metadata.name}-${ordinal}`,
            ),
      )
      const volumes = objects(spec)
        .filter(({ kind }) => kind === 'PersistentVolume')
        .map(({ metadata }) => metadata.name)
      for (const claim of claims)
        expect(
          volumes.some((volume) => volume.endsWith(`-${claim}`)),
          `${label}: ${claim}`,
        ).toBe(true)
    }
  })
})

describe('each state', () => {
  const at = (label: string) => {
    const stop = there.find((stop) => stop.label === label)
    if (stop === undefined) throw new Error(label)
    return stop.spec
  }
  const sidecars = 'prometheus-headless'
  const ingestors = 'thanos-receive-ingestor'
  const bucket = ['thanos-store']

  it.each([
    ['sidecar-mode', { reads: [sidecars, ...bucket], writes: false, sidecar: true, receivers: false }],
    ['receivers', { reads: [sidecars, ...bucket], writes: false, sidecar: true, receivers: true }],
    ['remote-write', { reads: [sidecars, ...bucket], writes: true, sidecar: true, receivers: true }],
    ['read-both', { reads: [sidecars, ingestors, ...bucket], writes: true, sidecar: true, receivers: true }],
    ['read-receive', { reads: [ingestors, ...bucket], writes: true, sidecar: true, receivers: true }],
    ['receive-only', { reads: [ingestors, ...bucket], writes: true, sidecar: false, receivers: true }],
    ['receive-mode', { reads: [ingestors, ...bucket], writes: true, sidecar: false, receivers: true }],
  ])('%s has its connections', (label, { reads, writes, sidecar, receivers }) => {
    const spec = at(label)
    expect(readBy(spec)).toEqual(reads)
    expect(containers(spec, 'prometheus').map(({ name }) => name)).toEqual([
      'prometheus',
      ...(sidecar ? ['thanos-sidecar'] : []),
    ])
    expect([workload(spec, 'thanos-receive-router'), workload(spec, 'thanos-receive-ingestor')].map(Boolean)).toEqual([
      receivers,
      receivers,
    ])
    expect('remote_write' in (config(spec, 'prometheus-config', 'prometheus.yaml') as object)).toBe(writes)
    if (writes) expect(allowed(spec, 'prometheus', 'egress')).toContain('19291')
    if (writes) expect(allowed(spec, 'thanos-receive-router', 'ingress')).toContain('19291')
    if (reads.includes(sidecars)) expect(allowed(spec, 'prometheus', 'ingress')).toContain('10901')
    if (reads.includes(ingestors))
      expect(allowed(spec, 'thanos-query', 'egress')).toContain('"thanos-receive-ingestor"')
    const jobs = (
      config(spec, 'prometheus-config', 'prometheus.yaml') as { scrape_configs: { job_name: string }[] }
    ).scrape_configs.map(({ job_name }) => job_name)
    expect([jobs.includes('thanos-sidecar'), jobs.includes('thanos-receive-ingestor')]).toEqual([sidecar, receivers])
  })

  it('allows one way only where the cluster does not move', () => {
    expect(allowed(at('receive-mode'), 'prometheus', 'ingress')).not.toContain('10901')
    expect(allowed(at('sidecar-mode'), 'prometheus', 'egress')).not.toContain('19291')
  })

  it('has dashboards of both modes while the cluster moves', () => {
    const files = (spec: ClusterSpec) =>
      Object.keys(desired(spec).configs.find(({ name }) => name === 'grafana-dashboards')?.files ?? {})
    expect(files(at('read-both'))).toEqual(expect.arrayContaining(['sidecar-mode.json', 'receive-mode.json']))
    expect(files(at('receive-mode'))).not.toContain('sidecar-mode.json')
  })

  it('misses no StoreAPI that Query does not read, and no upload where nothing is written', () => {
    const rules = (label: string) =>
      JSON.stringify(desired(at(label)).configs.find(({ name }) => name === 'prometheus-rules')?.files)
    const expects = (label: string, type: string) =>
      rules(label).includes(`store_type=\\\\\\"${type}\\\\\\"`) || rules(label).includes(`store_type=\\"${type}\\"`)
    expect([expects('receivers', 'sidecar'), expects('receivers', 'receive')]).toEqual([true, false])
    expect([expects('read-both', 'sidecar'), expects('read-both', 'receive')]).toEqual([true, true])
    expect([expects('read-receive', 'sidecar'), expects('read-receive', 'receive')]).toEqual([false, true])
    expect([
      rules('receivers').includes('ThanosReceiveNoUploads'),
      rules('remote-write').includes('ThanosReceiveNoUploads'),
    ]).toEqual([false, true])
  })

  it('removes duplicates in the bucket by the labels that its blocks have', () => {
    const spec = at('read-both')
    const labels = flags(
      { ...spec, compact: { ...spec.compact, offlineDeduplication: true } },
      'thanos-compact',
      'deduplication.replica-label',
    )
    expect(labels).toEqual(['prometheus_replica', 'receive_replica', 'rule_replica'])
  })
})
