import { shippedVersions } from '@thanos-fleet/images'
import { describe, expect, it } from 'vitest'
import { componentNames, componentOf, configurableNames, podsOf, portOf, portsOf, protocolOf } from './ask.ts'
import { namespaceName, namespaceNames } from './namespaces.ts'
import { pageNames, pages } from './pages.ts'

describe.each(componentNames)('%s', (name) => {
  const component = componentOf(name)

  it('serves its metrics at one of its ports', () => {
    expect(portsOf(name)).toContain(component.metrics)
  })

  it('runs in pods that someone has of their own', () => {
    for (const pod of podsOf(name)) expect(componentOf(pod).inPodsOf).toEqual([])
  })

  it('says how its program is proven, or why it cannot be', () => {
    const { proof } = component
    expect('unchecked' in proof ? proof.unchecked : proof.milestones.map(String).join('')).not.toBe('')
  })
})

it('every image belongs to a component', () => {
  const used = new Set<string>(componentNames.flatMap((name) => componentOf(name).images))
  expect(Object.keys(shippedVersions.images).filter((image) => !used.has(image))).toEqual([])
})

it('no section of cluster.yaml sets two components', () => {
  const sections = configurableNames.map((name) => componentOf(name).settings?.section)
  expect(sections).toEqual([...new Set(sections)])
})

it('a port may exist for TCP and for UDP', () => {
  expect(
    ['gossip', 'gossip-udp'].map((port) => [portOf('alertmanager', port), protocolOf('alertmanager', port)]),
  ).toEqual([
    [9094, 'TCP'],
    [9094, 'UDP'],
  ])
})

it('a page is at a port that its component has', () => {
  for (const page of pageNames)
    for (const { component, port } of pages[page].at) expect(portsOf(component)).toContain(port)
})

it('names the namespaces after that of the stack', () => {
  expect(namespaceNames('x')).toEqual([namespaceName('stack', 'x'), 'x-nodes'])
})
