import { componentNames, componentOf } from '@thanos-fleet/catalog'
import type { KubeObject, StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { clusters, objectsOf, withSections } from './testing.ts'

const withVolumes = componentNames.filter((name) => componentOf(name).settings?.kind === 'volume')

describe.each(clusters)('a StorageClass per component: %s', (_, spec) => {
  const common = withSections({ ...spec, storage: { ...spec.storage, class: 'common', local: null } }, (component) =>
    withVolumes.includes(component) ? { storageClass: null } : {},
  )

  it('is that of every claim of the component, and of no other', () => {
    const own = withSections(common, (component) =>
      withVolumes.includes(component) ? { storageClass: `own-${component}` } : {},
    )
    const claims = claimsOf(objectsOf(own))
    expect(claims.length).toBeGreaterThan(0)
    expect(claims.filter(([component, name]) => name !== `own-${component}`)).toEqual([])
  })

  it('is the common one where a component has none', () => {
    expect(claimsOf(objectsOf(common)).filter(([, name]) => name !== 'common')).toEqual([])
  })
})

/** The components of claim templates with the class of each. */
function claimsOf(objects: readonly KubeObject[]): [component: string, storageClass: string | undefined][] {
  return objects
    .filter((object): object is StatefulSet => object.kind === 'StatefulSet')
    .flatMap(({ metadata, spec }) =>
      (spec?.volumeClaimTemplates ?? []).map((claim): [string, string | undefined] => [
        metadata.labels?.['app.kubernetes.io/name'] ?? '',
        claim.spec?.storageClassName,
      ]),
    )
}
