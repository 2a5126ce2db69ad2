import type { KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, test } from 'vitest'
import { patchFile } from '../testing/patch-file.ts'
import { applyPatches } from './apply.ts'

const policy: KubeObject & { spec: object } = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'n', namespace: 'thanos' },
  spec: { egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }], policyTypes: ['Ingress', 'Egress'] },
}
const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: n, namespace: thanos }\nspec:\n'
const check = (...texts: string[]) =>
  applyPatches(
    { objects: [policy], configs: [] },
    texts.map((text) => patchFile(head + text)),
  ).findings

describe('a patch that loses entries', () => {
  test('is refused at the list, with what is lost and what to write', () => {
    expect(check('  policyTypes: [Ingress, Egress]\n  egress:\n    - ports: [{ port: 1 }]\n')).toEqual([
      {
        severity: 'error',
        code: 'patch-loses-entries',
        file: 'clusters/a/patches/p.yaml',
        line: 6,
        column: 3,
        message:
          'Kustomize replaces spec.egress of networking.k8s.io/NetworkPolicy thanos/n as a whole; this patch loses spec.egress[1]',
        remedy:
          'write the whole list or, if the loss is intended, the comment "# replaces: spec.egress" on the line above it',
      },
    ])
  })

  test('is taken with a comment right above the list', () => {
    const list = '  egress: [{ ports: [{ port: 1 }] }]\n'
    expect(check(`  # replaces: spec.egress\n${list}`)).toEqual([])
    expect(check(`  # replaces: spec.egress\n  # since nothing else is called\n${list}`)).toEqual([])
    expect(check(`  # replaces: spec.egress, spec.policyTypes\n  ${list.trim()}\n`)).toMatchObject([
      { severity: 'warning', code: 'replaces-without-effect', line: 5, column: 3 },
    ])
  })

  test.each([
    ['of another list', '  # replaces: spec.ingress\n', ''],
    ['in another place', '', '  # replaces: spec.egress\n'],
    ['too far above', '  # replaces: spec.egress\n  policyTypes: [Ingress, Egress]\n', ''],
  ])('is refused with a comment %s, which is named too', (_, above, below) => {
    const found = check(`${above}  egress: [{ ports: [{ port: 1 }] }]\n${below}`)
    expect(found.map(({ code }) => code)).toEqual(['patch-loses-entries', 'replaces-without-effect'])
  })

  test('is seen after the patches before it', () => {
    const longer = '  egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }, { ports: [{ port: 3 }] }]\n'
    expect(check(longer)).toEqual([])
    expect(check(longer, '  egress: [{ ports: [{ port: 1 }] }, { ports: [{ port: 2 }] }]\n')).toHaveLength(1)
  })

  test('is seen through an alias', () => {
    expect(check('  ingress: &few [{ ports: [{ port: 1 }] }]\n  egress: *few\n')).toMatchObject([
      { line: 6, column: 3 },
    ])
  })
})
