import { describe, expect, it } from 'vitest'
import { clusters, objectsOf, podsOf } from './testing.ts'

const users = new Set(['runAsUser', 'runAsGroup', 'fsGroup', 'supplementalGroups'])

describe.each(clusters)('without fixed users: %s', (_, spec) => {
  const before = objectsOf({ ...spec, security: { fixedUsers: true } })
  const objects = objectsOf({ ...spec, security: { fixedUsers: false } })

  it('no object names a user or a group, at any depth', () => {
    expect(keysOf(before).some((key) => users.has(key))).toBe(true)
    expect(keysOf(objects).filter((key) => users.has(key))).toEqual([])
  })

  it('all else stays, above all what Pod Security "restricted" asks for', () => {
    expect(JSON.parse(JSON.stringify(before, (key, value: unknown) => (users.has(key) ? undefined : value)))).toEqual(
      JSON.parse(JSON.stringify(objects)),
    )
    for (const { pods } of podsOf(objects)) expect(pods.spec?.securityContext).toMatchObject({ runAsNonRoot: true })
  })
})

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}
