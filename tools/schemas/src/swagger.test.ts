import { describe, expect, it } from 'vitest'
import { schemaFile } from './kind.ts'
import { closure, kubernetesSchemas } from './swagger.ts'

const object = { type: 'object', properties: { apiVersion: { type: 'string' }, kind: { type: 'string' } } }

describe('kubernetesSchemas', () => {
  it('gives each kind its own apiVersion and kind, required', () => {
    const gvk = [{ group: 'apps', version: 'v1', kind: 'Deployment' }]
    const [deployment] = kubernetesSchemas({ 'apps.Deployment': { ...object, 'x-kubernetes-group-version-kind': gvk } })
    expect(deployment?.schema).toMatchObject({
      properties: { apiVersion: { const: 'apps/v1' }, kind: { const: 'Deployment' } },
      required: ['apiVersion', 'kind'],
      additionalProperties: false,
    })
  })

  it('leaves out types of every group and types that are no objects', () => {
    const many = [
      { group: '', version: 'v1', kind: 'X' },
      { group: 'apps', version: 'v1', kind: 'X' },
    ]
    expect(kubernetesSchemas({ a: { ...object, 'x-kubernetes-group-version-kind': many }, b: object })).toEqual([])
  })
})

describe('closure', () => {
  const definitions = {
    tree: { properties: { child: { $ref: '#/definitions/tree' }, leaf: { $ref: '#/definitions/leaf' } } },
    leaf: { type: 'string' },
    other: { type: 'string' },
  }

  it('takes what is needed, once, even when it refers to itself', () => {
    expect(Object.keys(closure({ $ref: '#/definitions/tree' }, definitions)).sort()).toEqual(['leaf', 'tree'])
  })

  it('reports a reference to nothing', () => {
    expect(() => closure({ $ref: '#/definitions/lost' }, definitions)).toThrow('lost')
  })
})

it('files core kinds under their version, as kubeconform looks for them', () => {
  expect(schemaFile({ group: '', version: 'v1', kind: 'ConfigMap' })).toBe('v1/configmap_v1.json')
  expect(schemaFile({ group: 'apps', version: 'v1', kind: 'StatefulSet' })).toBe('apps/statefulset_v1.json')
})
