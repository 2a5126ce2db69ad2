import { components, configurableNames } from '@thanos-fleet/catalog'
import { describe, expect, it } from 'vitest'
import { completeDefaults, loadCluster } from './index.ts'
import { sectionsOf } from './sections.ts'

const sections = sectionsOf(completeDefaults('receive-mode', 'x'))
const store = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'

/** The codes of what is said of a cluster that asks for two pods of a component. */
function twoOf(path: readonly PropertyKey[]): string[] {
  const setting = path.reduceRight<string>((inner, key) => `{ ${String(key)}: ${inner} }`, '{ replicas: 2 }')
  const text = `name: x\nmode: receive-mode\n${store}\n${setting.slice(2, -2)}\n`
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}

describe('the section of every component', () => {
  it('is there, with what the catalog says it can set', () => {
    expect(sections.map(({ component }) => component)).toEqual(configurableNames)
    for (const { component, settings } of sections) {
      const { kind, replicas } = components[component].settings
      const said = { replicas: replicas === 'section' || replicas === 'one', placed: kind !== 'container' }
      expect({ component, replicas: 'replicas' in settings, placed: 'tolerations' in settings }).toEqual({
        component,
        ...said,
      })
      expect({ component, volume: 'volumeSize' in settings }).toEqual({ component, volume: kind === 'volume' })
    }
  })

  it.each(sections)('takes a number of pods only where it decides about it: $component', ({ component, path }) => {
    const { replicas } = components[component].settings
    if (replicas === 'section') expect(twoOf(path)).not.toContain('unknown-key')
    else expect(twoOf(path)).not.toEqual([])
  })
})
