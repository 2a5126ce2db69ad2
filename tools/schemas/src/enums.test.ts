import { expect, it } from 'vitest'
import { enumsInSource, withEnums } from './enums.ts'

const source = [
  'func schema_k8sio_api_core_v1_Claim(ref common.ReferenceCallback) common.OpenAPIDefinition {',
  '\t\t\t\t\t"name": {',
  '\t\t\t\t\t\t\tType:        []string{"string"},',
  '\t\t\t\t\t"modes": {',
  '\t\t\t\t\t\t\t\t\t\tEnum:        []interface{}{"ReadOnly", "ReadWrite"},',
  '\t\t\t\t\t"policy": {',
  '\t\t\t\t\t\t\tEnum:        []interface{}{"Always"},',
  'func schema_pkg_apis_other_v1_Thing(ref common.ReferenceCallback) common.OpenAPIDefinition {',
  '\t\t\t\t\t"policy": {',
  '\t\t\t\t\t\t\tEnum:        []interface{}{"Sometimes"},',
].join('\n')

it('reads the permitted values of each property of each API type', () => {
  expect(enumsInSource(source)).toEqual({
    'io.k8s.api.core.v1.Claim': { modes: ['ReadOnly', 'ReadWrite'], policy: ['Always'] },
  })
})

it('limits a field, the items of a list, and nothing else', () => {
  const text = { type: 'string' }
  const properties = { name: text, modes: { type: 'array', items: text }, policy: text }
  const definitions = { 'io.k8s.api.core.v1.Claim': { properties }, other: { properties } }
  const limited = withEnums(definitions, enumsInSource(source))
  expect(limited).toEqual({
    'io.k8s.api.core.v1.Claim': {
      properties: {
        name: { type: 'string' },
        modes: { type: 'array', items: { type: 'string', enum: ['ReadOnly', 'ReadWrite'] } },
        policy: { type: 'string', enum: ['Always'] },
      },
    },
    other: { properties },
  })
})
