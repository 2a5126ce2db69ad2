import { expect, it } from 'vitest'
import { typeErrors } from '../compile.ts'

const errorsOf = (call: string) =>
  typeErrors(`import { thanosQuery, thanosStore, alertmanager, prometheus } from '@thanos-fleet/flags'
const settings = { 'query.timeuot': '5m' } as const
void settings
export const args = ${call}
`)

it.each([
  `thanosQuery({ 'query.timeout': '5m', 'query.replica-label': ['replica'], 'log.level': 'warn' }, { any: true })`,
  `thanosStore({ 'min-time': '-2w', 'max-time': '2026-01-31T00:00:00Z', 'store.caching-bucket.config-file': '/c.yaml' })`,
  `prometheus({ 'storage.tsdb.min-block-duration': '2h' })`,
])(
  'compiles: %s',
  (call) => {
    expect(errorsOf(call)).toEqual([])
  },
  30_000,
)

it.each([
  ['an unknown flag', `thanosQuery({ 'query.timeuot': '5m' })`],
  ['an unknown flag in a spread', `thanosQuery({ ...settings })`],
  ['an unknown flag in a spread beside a known one', `thanosQuery({ ...settings, 'query.timeout': '5m' })`],
  ['a deprecated flag', `thanosQuery({ endpoint: ['store:10901'] })`],
  ["another program's flag", `thanosStore({ 'query.timeout': '5m' })`],
  ['a level that does not exist', `thanosQuery({ 'log.level': 'trace' })`],
  ['a number as a duration', `thanosQuery({ 'query.timeout': 300 })`],
  ['days where Go parses the duration', `alertmanager({ 'data.retention': '5d' })`],
  ['one text where the flag is repeatable', `thanosQuery({ 'query.replica-label': 'replica' })`],
])(
  'refuses %s',
  (_, call) => {
    expect(errorsOf(call)).not.toEqual([])
  },
  30_000,
)
