import { expect, it } from 'vitest'
import { parseRequirements, releaseOf, requirementOf } from './go-mod.ts'

const goMod = `module example

go 1.26.0

replace example.com/a => example.com/b v9.9.9

tool example.com/a/cmd/a

require example.com/single v1.0.0

require (
\texample.com/a v1.2.3 // indirect
\texample.com/a/nested v0.1.0
)
`

it('reads requirements, and neither replacements nor tools', () => {
  expect(parseRequirements(goMod)).toEqual([
    { module: 'example.com/single', version: 'v1.0.0' },
    { module: 'example.com/a', version: 'v1.2.3' },
    { module: 'example.com/a/nested', version: 'v0.1.0' },
  ])
})

it('finds the module that provides a package by the longest path', () => {
  const requirements = parseRequirements(goMod)
  expect(requirementOf('example.com/a/cmd/a', requirements).module).toBe('example.com/a')
  expect(requirementOf('example.com/a/nested/cmd', requirements).module).toBe('example.com/a/nested')
  expect(() => requirementOf('example.com/ab', requirements)).toThrow('example.com/ab')
})

it.each([
  ['github.com/prometheus/prometheus', 'v0.314.0', '3.14.0'],
  ['github.com/prometheus/prometheus', 'v0.309.1', '3.9.1'],
  ['github.com/prometheus/alertmanager', 'v0.34.0', '0.34.0'],
  ['k8s.io/kube-state-metrics/v2', 'v2.20.0', '2.20.0'],
])('calls %s %s the release %s', (module, version, release) => {
  expect(releaseOf({ module, version })).toBe(release)
})
