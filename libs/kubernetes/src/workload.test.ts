import { expect, it } from 'vitest'
import { isKubeObject } from './objects.ts'
import { isWorkload } from './workload.ts'

const object = (kind: string) => ({ apiVersion: 'apps/v1', kind, metadata: { name: 'a' } })

it.each(['Deployment', 'StatefulSet', 'DaemonSet'])('a %s is a workload', (kind) => {
  expect(isWorkload(object(kind))).toBe(true)
})

it.each(['Pod', 'CronJob', 'Service'])('a %s is none', (kind) => {
  expect(isWorkload(object(kind))).toBe(false)
})

it('an object of Kubernetes has a version, a kind and a name', () => {
  expect(isKubeObject(object('Pod'))).toBe(true)
  const others = [
    null,
    'text',
    {},
    { ...object('Pod'), kind: 1 },
    { ...object('Pod'), metadata: {} },
    { kind: 'Pod', metadata: { name: 'a' } },
  ]
  expect(others.filter(isKubeObject)).toEqual([])
})
