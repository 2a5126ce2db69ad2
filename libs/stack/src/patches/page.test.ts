import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { applyPatches } from '@thanos-fleet/kustomize'
import { patchFile } from '@thanos-fleet/kustomize/testing'
import { expect, test } from 'vitest'
import { desired } from '../desired.ts'
import { clusterFiles } from '../files.ts'

const { spec } = exampleCluster('sidecar-mode')
const state = desired(spec)

function pageWith(...patches: [name: string, text: string][]): string {
  const files = patches.map(([name, text]) => patchFile(text, `clusters/sidecar-mode/patches/${name}`))
  const patched = applyPatches(state, files)
  const relative = patches.map(([name]) => `patches/${name}`)
  return clusterFiles(spec, relative, state, undefined, patched).get('clusters/sidecar-mode/README.md') ?? ''
}

const head = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: thanos-store, namespace: thanos }\n'
const image = 'image: quay.io/thanos/thanos:v9.9.9'

test('the page shows what is deployed, and links what a patch made so', () => {
  const page = pageWith(
    [
      'store.yaml',
      `${head}spec:\n  replicas: 5\n  template: { spec: { containers: [{ name: thanos-store, ${image} }] } }\n`,
    ],
    [
      'big disk.yaml',
      `${head}spec:\n  volumeClaimTemplates:\n    - metadata: { name: data }\n      spec:\n        accessModes: [ReadWriteOnce]\n        resources: { requests: { storage: 77Gi } }\n`,
    ],
  )
  const row = page.split('\n').find((line) => line.startsWith('| thanos-store |'))
  const links = '([store.yaml](patches/store.yaml), [big disk.yaml](patches/big%20disk.yaml))'
  expect(row).toContain(`| 5 ${links} | thanos:v9.9.9 ${links} | 77Gi ${links} | grpc 10901`)
  expect(page).toContain('## Patches')
  expect(page).toContain('| apps/StatefulSet thanos/thanos-store | changed | [store.yaml]')
})

test('the page of a cluster without patches is what it was', () => {
  expect(pageWith()).toBe(clusterFiles(spec).get('clusters/sidecar-mode/README.md'))
  expect(applyPatches(state, []).state).toBe(state)
})

test('a patch that takes the pods of a workload away does not hinder the page', () => {
  expect(pageWith(['a.yaml', `${head}spec: null\n`])).toContain('| thanos-store |')
  expect(pageWith(['a.yaml', `${head}spec: { template: null }\n`])).toContain('| thanos-store |')
  expect(pageWith(['a.yaml', `${head}spec: { template: { spec: { containers: null } } }\n`])).toContain(
    '| thanos-store |',
  )
})
