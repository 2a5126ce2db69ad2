import { componentOf, isComponentName, optionalNames, sectionOf } from '@thanos-fleet/catalog'
import { modes, parseYamlStream } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { idString, isWorkload, type KubeObject } from '@thanos-fleet/kubernetes'
import { applyPatches, rendered } from '@thanos-fleet/kustomize'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { desired } from '../desired.ts'
import { checkPatched } from './check.ts'
import { settingsOfFile } from './file-settings.ts'

describe.each(modes)('patches of %s', (mode) => {
  const { spec } = exampleCluster(mode)
  const state = desired(spec)
  const all = rendered({ ...state, configs: state.configs.map((config) => ({ ...config, onChange: 'reload' })) })

  /** What is found when an object is patched. */
  function found(object: KubeObject, change: object) {
    const { apiVersion, kind, metadata } = object
    const { name, namespace } = metadata
    const identity = { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } }
    const text = stringify({ ...identity, ...change })
    const yaml = parseYamlStream(text)
    if (Array.isArray(yaml)) throw new Error(yaml.map(({ message }) => message).join(', '))
    const patched = applyPatches(state, [{ path: 'clusters/x/patches/p.yaml', text, ...yaml }])
    expect(patched.findings.filter(({ code }) => code === 'patch-wrong-type')).toEqual([])
    return checkPatched(spec, state, patched)
  }

  test('that delete a workload are told how to switch its component off, or why that cannot be', () => {
    const workloads = all.filter(isWorkload)
    for (const workload of workloads) {
      const component = workload.metadata.labels?.['app.kubernetes.io/name'] ?? ''
      if (!isComponentName(component)) throw new Error(`no component ${component}`)
      const [one, ...others] = found(workload, { $patch: 'delete' })
      expect([one?.code, one?.place.line, others]).toEqual(['patch-deletes-component', 1, []])
      const optional = optionalNames.find((name) => name === component)
      expect(one?.remedy).toContain(
        optional === undefined
          ? `${componentOf(component).title} cannot be switched off: `
          : `write "${sectionOf(optional)}: false" in cluster.yaml`,
      )
    }
    expect(workloads.length).toBeGreaterThan(9)
  })

  test('that delete what others name are refused', () => {
    const text = JSON.stringify(all)
    const names: Record<string, RegExp[]> = {
      ConfigMap: [/"configMap(?:KeyRef|Ref)?":\{[^}]*"name":"([^"]+)"/g],
      ServiceAccount: [/"serviceAccountName":"([^"]+)"/g],
      PersistentVolumeClaim: [/"claimName":"([^"]+)"/g],
      Service: [/"serviceName":"([^"]+)"/g, /\b([a-z-]+)\.[a-z-]+\.svc\b/g],
    }
    const targets = all.filter(({ kind, metadata }) =>
      (names[kind] ?? []).some((name) => [...text.matchAll(name)].some(([, one]) => one === metadata.name)),
    )
    for (const target of targets) {
      const codes = found(target, { $patch: 'delete' }).map(({ code }) => code)
      expect(codes, idString(target)).toContain('patch-breaks-reference')
    }
    expect(targets.length).toBeGreaterThan(20)
  })

  test('that change labels of pods are refused, since nothing selects them then', () => {
    for (const workload of all.filter(isWorkload)) {
      const change = { spec: { template: { metadata: { labels: { 'app.kubernetes.io/name': 'other' } } } } }
      expect(found(workload, change).map(({ code }) => code)).toContain('patch-breaks-reference')
    }
  })

  test('that only add a label are taken', () => {
    for (const object of all) expect(found(object, withLabel(object)), idString(object)).toEqual([])
  })

  test('that give pods another number are refused where others count them', () => {
    for (const workload of all.filter(isWorkload).filter(({ kind }) => kind !== 'DaemonSet')) {
      const component = workload.metadata.labels?.['app.kubernetes.io/name'] ?? ''
      if (!isComponentName(component)) throw new Error(`no component ${component}`)
      const counted = ['one', 'hashrings'].includes(componentOf(component).settings?.replicas ?? '')
      const findings = found(workload, { spec: { replicas: 7 } })
      const isScaled = workload.kind !== 'DaemonSet' && workload.spec?.replicas === undefined
      expect(
        findings.map(({ code }) => code),
        component,
      ).toEqual(counted || isScaled ? ['patch-changes-replicas'] : [])
      // Its line, not that of the object.
      if (counted) expect(findings[0]?.place.line).toBeGreaterThan(5)
    }
  })

  test('that take the number of pods away, as autoscalers of others need, are told what that does once', () => {
    const free = all.filter(isWorkload).filter((one) => one.kind === 'Deployment' && one.spec?.replicas !== undefined)
    const findings = free.flatMap((workload) => found(workload, { spec: { replicas: null } }))
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['patch-changes-replicas']))
    const warned = findings.filter(({ severity }) => severity === 'warning')
    if (mode !== 'dev-filesystem-objstore')
      expect(warned.map(({ message }) => message)).toContainEqual(expect.stringContaining('thanos-query:'))
  })

  test('that replace a file are told the settings that lose their effect, at the file', () => {
    const files = state.configs.flatMap(({ name, files }) => Object.keys(files).map((key) => ({ name, key })))
    for (const { name, key } of files) {
      const object = all.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name)
      if (object === undefined) throw new Error(`no ConfigMap ${name}`)
      const findings = found(object, { data: { [key]: 'mine' } })
      const settings = settingsOfFile[`${name}/${key}`] ?? []
      const ofFile = findings.filter(({ code }) => code !== 'patch-breaks-obligation')
      expect(ofFile.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
        settings.length === 0 ? [] : ['warning patch-replaces-file'],
      )
      if (name === 'prometheus-config') {
        expect(ofFile[0]?.message).toMatch(
          /externalLabels, .*prometheus\.scrapeInterval.* of cluster\.yaml have no effect on it any more$/,
        )
        expect(ofFile[0]?.place).toMatchObject({ line: 7, column: 3 })
      }
    }
    expect(files.length).toBeGreaterThan(20)
  })

  test('that bring variables of Flux have to say that they are none', () => {
    const service = all.find(({ kind }) => kind === 'Service')
    if (service === undefined) throw new Error('no Service')
    const annotations = { note: '${x}' }
    expect(found(service, { metadata: { ...identityOf(service), annotations } })).toMatchObject([
      { code: 'patch-substituted' },
    ])
    const literal = { ...annotations, 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' }
    expect(found(service, { metadata: { ...identityOf(service), annotations: literal } })).toEqual([])
  })
})

function identityOf({ metadata: { name, namespace } }: KubeObject) {
  return { name, ...(namespace === undefined ? {} : { namespace }) }
}

function withLabel(object: KubeObject): object {
  return { metadata: { ...identityOf(object), labels: { team: 'a' } } }
}
