import type { KubeObject, StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, test } from 'vitest'
import { patchFile } from '../testing/patch-file.ts'
import { applyPatches } from './apply.ts'

const set: StatefulSet = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'prometheus', namespace: 'thanos' },
  spec: {
    serviceName: 'prometheus-headless',
    selector: {},
    template: {
      spec: { containers: [{ name: 'prometheus' }, { name: 'thanos-sidecar' }], initContainers: [{ name: 'wait' }] },
    },
  },
}
const objects: KubeObject[] = [set]

function check(pod: string) {
  const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: thanos }
spec:
  template:
    spec:
${pod}`
  return applyPatches({ objects, configs: [] }, [patchFile(text)]).findings
}

describe('a patch of containers', () => {
  test('is taken where the pods have them, or where it brings an image along', () => {
    expect(
      check('      containers: [{ name: thanos-sidecar, env: [] }]\n      initContainers: [{ name: wait, env: [] }]\n'),
    ).toEqual([])
    expect(check('      containers: [{ name: mine, image: example.com/mine:1 }]\n')).toEqual([])
    expect(check('      containers: [{ name: gone, $patch: delete }]\n')).toEqual([])
    expect(check('      priorityClassName: high\n')).toEqual([])
  })

  test('is refused where it would add one without an image, as when a step of a move has removed the sidecars', () => {
    expect(
      check('      containers:\n        - name: prometheus\n        - name: thanos-sidecars\n          env: []\n'),
    ).toEqual([
      {
        severity: 'error',
        code: 'patch-matches-no-container',
        file: 'clusters/a/patches/p.yaml',
        line: 9,
        column: 17,
        message:
          'apps/StatefulSet thanos/prometheus has no container thanos-sidecars: the patch would add one without an image',
        remedy: 'remove this part of the patch, or name one of prometheus, thanos-sidecar',
      },
    ])
    expect(check('      initContainers: [{ name: prometheus }]\n')).toMatchObject([
      { code: 'patch-matches-no-container', line: 7 },
    ])
  })
})
