import { modeDefaults } from '@thanos-fleet/cluster-spec'
import { expect, test } from 'vitest'
import { fleet, fleetCluster } from '../testing.ts'
import { applicationSet } from './application-set.ts'
import { byMode, fieldOrDefault } from './go-template.ts'
import { manifestGeneratePaths } from './manifest-paths.ts'
import { inRolloutOrder, rollingSync } from './rollout.ts'

test('one ApplicationSet reads every cluster.yaml, and a missing field is an error', () => {
  const { spec } = applicationSet([fleetCluster('a'), fleetCluster('b')], fleet)
  expect(spec).toMatchObject({
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    generators: [{ git: { repoURL: fleet.spec.repository.argocdUrl, files: [{ path: 'clusters/*/cluster.yaml' }] } }],
  })
})

test('it deletes no Application, and pruning happens last and by the server', () => {
  const { spec } = applicationSet([fleetCluster('a')], fleet)
  expect(spec.syncPolicy).toEqual({ applicationsSync: 'create-update', preserveResourcesOnDeletion: true })
  expect(spec.template.spec.syncPolicy?.syncOptions).toEqual(
    expect.arrayContaining(['ServerSideApply=true', 'PruneLast=true']),
  )
})

test('an object says nothing about a single cluster but the paths and rings of the fleet', () => {
  const one = applicationSet([fleetCluster('a')], fleet)
  const two = applicationSet([fleetCluster('a'), fleetCluster('b')], fleet)
  expect(two).toEqual(one)
})

test('fields that cluster.yaml may leave out have the default of the mode', () => {
  expect(fieldOrDefault('namespace', fleet)).toBe(
    `{{ dig "namespace" "${modeDefaults('sidecar-mode', 'x').namespace}" . }}`,
  )
  expect(fieldOrDefault('ring', fleet)).toContain('"dev-filesystem-objstore" "development"')
  expect(byMode(() => 'same')).toBe('"same"')
})

test('paths are the folder itself, what all modes take in, and what one mode does', () => {
  const receive = {
    mode: 'receive-mode',
    dependsOnPaths: ['overlays/receive-mode', 'overlays/base/prometheus', 'overlays/base/thanos-receive'],
  } as const
  expect(manifestGeneratePaths([fleetCluster('a')])).toBe('.;/overlays/base/prometheus;/overlays/{{ .mode }}')
  expect(manifestGeneratePaths([fleetCluster('a'), fleetCluster('b', receive)])).toBe(
    '.;/overlays/base/prometheus;/overlays/{{ .mode }};' +
      '{{ (get (dict "sidecar-mode" "" "receive-mode" "/overlays/base/thanos-receive" ' +
      '"dev-filesystem-objstore" "") .mode) }}',
  )
})

test('a folder that one cluster of a mode adds counts for all of the mode', () => {
  const more = fleetCluster('b', { dependsOnPaths: ['overlays/sidecar-mode', 'overlays/base/memcached'] })
  expect(manifestGeneratePaths([fleetCluster('a'), more])).toContain('/overlays/base/memcached')
})

test('rings follow each other from development to production', () => {
  expect(inRolloutOrder(['production', 'ring-2', 'development', 'ring-1', 'ring-2'])).toEqual([
    'development',
    'ring-1',
    'ring-2',
    'production',
  ])
})

const fleets = [[['production', 'canary']], [['production']], [[]]]

test.each(fleets)('every Application is in exactly one step, whatever its ring: %j', (rings) => {
  const { steps } = rollingSync(rings, null).rollingSync
  const selects = (ring: string) =>
    steps.filter(({ matchExpressions }) =>
      matchExpressions.every(({ operator, values }) => values.includes(ring) === (operator === 'In')),
    )
  for (const ring of ['canary', 'production', 'new']) expect(selects(ring)).toHaveLength(1)
})

test('a ring that the object does not know comes last', () => {
  const { steps } = rollingSync(['production', 'canary'], null).rollingSync
  expect(steps.map(({ matchExpressions }) => matchExpressions[0]?.values)).toEqual([
    ['canary'],
    ['production'],
    ['canary', 'production'],
  ])
})
