import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { completeDefaults } from '@thanos-fleet/cluster-spec'
import { neededFields, supportedKubernetes } from '@thanos-fleet/kubernetes'
import { kubernetesVersions } from '@thanos-fleet/schemas'
import { desired } from '@thanos-fleet/stack'
import { expect, test } from 'vitest'

const minor = (version: string | undefined) => version?.split('.').slice(0, 2).join('.')
const { oldest, newest } = supportedKubernetes

test('objects are validated with the newest and with the oldest supported release', () => {
  expect(minor(kubernetesVersions[0])).toBe(newest)
  expect(minor(kubernetesVersions.at(-1))).toBe(oldest)
})

test('the oldest supported release is the first that has every field which is used', () => {
  const newestFirst = neededFields
    .map(({ since }) => since)
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  expect(newestFirst[0]).toBe(oldest)
})

test.each(neededFields)('$field, since Kubernetes $since, is used', ({ field }) => {
  const { objects } = desired(completeDefaults('receive-mode', 'a'))
  expect(objects.some((object) => has(object, field.split('.')))).toBe(true)
})

test('the README names the supported releases', () => {
  expect(readFileSync(path.join(repositoryRoot, 'README.md'), 'utf8')).toContain(
    `**Kubernetes ${oldest} to ${newest}**`,
  )
})

/** Whether a value has something at a path of keys, of which `key[]` is any entry of a list. */
function has(value: unknown, [first, ...rest]: string[]): boolean {
  if (first === undefined) return value !== undefined
  const key = first.replace(/\[\]$/, '')
  if (typeof value !== 'object' || value === null) return false
  const inside: unknown = Object.entries(value).find(([name]) => name === key)?.[1]
  return first.endsWith('[]') ? Array.isArray(inside) && inside.some((one) => has(one, rest)) : has(inside, rest)
}
