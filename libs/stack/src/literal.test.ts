import { completeDefaults, modes } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { rendered } from '@thanos-fleet/kustomize'
import { describe, expect, it } from 'vitest'
import { desired } from './desired.ts'
import { bases, modeState } from './layers.ts'
import { literal } from './literal.ts'

const annotation = 'kustomize.toolkit.fluxcd.io/substitute'
const map = (text: string): KubeObject & { data: Record<string, string> } => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'map', annotations: { mine: 'kept' } },
  data: { file: text },
})
const annotations = (text: string) => literal({ objects: [map(text)], configs: [] }).objects[0]?.metadata.annotations

/** Objects that Flux would change, although nothing tells it to leave them alone. */
function changed(objects: readonly KubeObject[]): string[] {
  return objects
    .filter(
      (object) => /\$[{$]/.test(JSON.stringify(object)) && object.metadata.annotations?.[annotation] !== 'disabled',
    )
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
}

describe('texts with dollar signs', () => {
  it.each(['${POD_NAME}', 'a ${x:-y} b', '$$', 'costs $${x}'])('are kept from the substitution of Flux: %s', (text) => {
    expect(annotations(text)).toEqual({ mine: 'kept', [annotation]: 'disabled' })
  })

  it.each(['$labels.pod', '{{ $value }}', '$(POD_NAME)', 'rate(x[$__rate_interval])', '5 $ {}'])(
    'that Flux leaves as they are get no annotation: %s',
    (text) => {
      expect(annotations(text)).toEqual({ mine: 'kept' })
    },
  )

  it('are found in keys too', () => {
    const object = { ...map(''), data: { '${key}': '' } }
    expect(literal({ objects: [object], configs: [] }).objects[0]?.metadata.annotations).toHaveProperty([annotation])
  })

  it.each(modes)('30: reach their programs as they are in %s, also those of files of the cluster', (mode) => {
    const file = (path: string) => ({
      path,
      text: path.endsWith('json') ? '{"title": "${datasource}"}' : 'groups: [{ name: "$${x}", rules: [] }] # ${y}',
    })
    const spec = {
      ...completeDefaults(mode, 'test'),
      extra: {
        scrapeJobs: [],
        rules: [file('rules/own.yaml')],
        globalRules: [],
        alertTemplates: [],
        dashboards: [file('dashboards/own.json')],
      },
    }
    const state = desired(spec)
    expect(changed(rendered(state))).toEqual([])
    const kept = state.configs
      .filter(({ annotations }) => annotations?.[annotation] === 'disabled')
      .map(({ name }) => name)
    expect(kept.toSorted()).toEqual(['grafana-extra-dashboards', 'prometheus-config', 'prometheus-extra-rules'])
  })

  it('reach their programs as they are in every layer of the overlays', () => {
    for (const { state } of bases()) expect(changed(rendered(state))).toEqual([])
    for (const mode of modes) expect(changed(rendered(modeState(mode)))).toEqual([])
  })
})
