import type { Mode } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import type { PatchedState } from '@thanos-fleet/kustomize'
import { describe, expect, test } from 'vitest'
import { desired } from '../desired.ts'
import { checkPatched } from './check.ts'

const by = [{ file: 'clusters/x/patches/p.yaml', line: 7, column: 3, locate: () => undefined }]

/** Something that others have to agree with: where it is written in an object, by its JSON. */
interface Kind {
  what: string
  kinds: readonly string[]
  of: RegExp
  other: string
  /** Names of objects that are about no single connection. */
  except?: RegExp
}

/** One row for each kind of text and number that two objects, or an object and a file, have in common. */
const agreed: readonly Kind[] = [
  {
    what: 'port of a container',
    kinds: ['StatefulSet', 'Deployment'],
    of: /"containerPort":\d+/,
    other: '"containerPort":7',
  },
  { what: 'name of a port', kinds: ['Service'], of: /"targetPort":"[^"]+"/, other: '"targetPort":"other"' },
  {
    what: 'label of pods',
    kinds: ['StatefulSet', 'Deployment'],
    of: /(?<="template".*)"app.kubernetes.io\/name":"[^"]+"/,
    other: '"a":"b"',
  },
  { what: 'selector of a Service', kinds: ['Service'], of: /(?<="selector":\{)"[^"]+":"[^"]+"/, other: '"a":"b"' },
  { what: 'port of a policy', kinds: ['NetworkPolicy'], of: /"port":\d+/g, other: '"port":7', except: /default-deny/ },
  {
    what: 'peer of a policy',
    kinds: ['NetworkPolicy'],
    of: /"podSelector":\{"matchLabels":\{(?:"[^"]+":"[^"]+",?)+\}\}/g,
    other: '"podSelector":{"matchLabels":{"a":"b"}}',
    except: /default-deny/,
  },
  {
    what: 'account of pods',
    kinds: ['StatefulSet', 'Deployment'],
    of: /"serviceAccountName":"[^"]+"/,
    other: '"serviceAccountName":"other"',
  },
  {
    what: 'Service of an address in arguments',
    kinds: ['StatefulSet', 'Deployment'],
    of: /(?<="--[^"]*)[a-z-]+(?=\.thanos\.svc)/g,
    other: 'other',
  },
  {
    what: 'port of an address in arguments',
    kinds: ['StatefulSet', 'Deployment'],
    of: /(?<="--[^"]*\.thanos\.svc):\d+/g,
    other: ':7',
  },
]

describe.each(['sidecar-mode', 'receive-mode'] satisfies Mode[])('a patch of %s that changes', (mode) => {
  const { spec } = exampleCluster(mode)
  const state = desired(spec)

  function found(before: KubeObject, after: KubeObject) {
    const id = idString(before)
    const objects = state.objects.map((object) => (idString(object) === id ? after : object))
    const patched: PatchedState = { state: { ...state, objects }, changes: [{ id, before, after, by }], findings: [] }
    return checkPatched(spec, state, patched)
  }

  test.each(agreed)('the $what is refused at the patch', ({ kinds, of, other, except = /^$/ }) => {
    const tried = state.objects.flatMap((object) => {
      const text = JSON.stringify(object)
      const changed = text.replace(of, other)
      if (!kinds.includes(object.kind) || changed === text || except.test(object.metadata.name)) return []
      return [
        {
          id: idString(object),
          codes: found(object, JSON.parse(changed)).map(({ code, place }) => `${place.line}: ${code}`),
        },
      ]
    })
    expect(tried.filter(({ codes }) => !codes.includes('7: patch-breaks-reference'))).toEqual([])
    expect(tried.length).toBeGreaterThan(0)
  })

  test('an address in a file is refused at the patch', () => {
    const tried = state.configs.flatMap((config) =>
      Object.entries(config.files).flatMap(([key, text]) => {
        const changed = text.replace(/[a-z-]+(?=\.thanos\.svc)/, 'other')
        if (changed === text || /groups:|"panels"/.test(text)) return []
        const object = {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: config.name, namespace: config.namespace },
        }
        const configs = state.configs.map((one) =>
          one === config ? { ...config, files: { ...config.files, [key]: changed } } : one,
        )
        const change = { id: idString(object), before: object, after: object, by }
        const findings = checkPatched(spec, state, { state: { ...state, configs }, changes: [change], findings: [] })
        return [{ key, codes: findings.map(({ code }) => code) }]
      }),
    )
    expect(tried.filter(({ codes }) => !codes.includes('patch-breaks-reference'))).toEqual([])
    expect(tried.length).toBeGreaterThan(2)
  })

  test('the name of a Secret that an object of the cluster makes is refused at whoever reads and makes it', () => {
    const encrypted = { ...spec, grpcTls: { issuer: { name: 'ca', kind: 'ClusterIssuer' as const }, step: null } }
    const full = desired(encrypted)
    const tried = full.objects.flatMap((before) => {
      const after = JSON.parse(
        JSON.stringify(before).replaceAll('"secretName":"thanos-grpc-tls"', '"secretName":"other"'),
      )
      if (JSON.stringify(after) === JSON.stringify(before)) return []
      const change = { id: idString(before), before, after, by }
      const objects = full.objects.map((object) => (object === before ? after : object))
      const findings = checkPatched(encrypted, full, { state: { ...full, objects }, changes: [change], findings: [] })
      return [{ id: change.id, codes: findings.map(({ code }) => code) }]
    })
    expect(tried.filter(({ codes }) => !codes.includes('patch-breaks-reference'))).toEqual([])
    expect(tried.length).toBeGreaterThan(3)
  })
})
