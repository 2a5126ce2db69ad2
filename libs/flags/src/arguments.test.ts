import { describe, expect, it } from 'vitest'
import { kubeStateMetrics, thanosBucketWeb, thanosQuery, thanosStore } from './index.ts'

describe('arguments of a program', () => {
  it('begin with the subcommand and keep the order given', () => {
    expect(thanosBucketWeb({ 'log.level': 'info', 'http-address': '0.0.0.0:8080' })).toEqual([
      'tools',
      'bucket',
      'web',
      '--log.level=info',
      '--http-address=0.0.0.0:8080',
    ])
  })

  it('repeat a flag for each of its values', () => {
    expect(thanosQuery({ 'query.replica-label': ['replica', 'prometheus_replica'] })).toEqual([
      'query',
      '--query.replica-label=replica',
      '--query.replica-label=prometheus_replica',
    ])
  })

  it('write a kingpin switch as --name and --no-name', () => {
    expect(thanosQuery({ 'query.auto-downsampling': true, 'query.partial-response': false })).toEqual([
      'query',
      '--query.auto-downsampling',
      '--no-query.partial-response',
    ])
  })

  it('write a pflag switch with its value, since pflag knows no --no-name', () => {
    expect(kubeStateMetrics({ 'enable-gzip-encoding': false, port: 8080 })).toEqual([
      '--enable-gzip-encoding=false',
      '--port=8080',
    ])
  })

  it('end with the extra flags', () => {
    expect(thanosStore({ 'data-dir': '/data' }, { unheard: ['a', 'b'], 'cache-index-header': false })).toEqual([
      'store',
      '--data-dir=/data',
      '--unheard=a',
      '--unheard=b',
      '--no-cache-index-header',
    ])
  })

  it('let an extra flag take the place of the same flag, which the program would refuse to see twice', () => {
    expect(
      thanosStore(
        { 'data-dir': '/data', 'cache-index-header': true },
        { 'data-dir': '/other', 'cache-index-header': false },
      ),
    ).toEqual(['store', '--data-dir=/other', '--no-cache-index-header'])
  })

  it('let an extra flag add to a list', () => {
    expect(thanosQuery({ 'query.replica-label': ['replica'] }, { 'query.replica-label': 'tenant_id' })).toEqual([
      'query',
      '--query.replica-label=replica',
      '--query.replica-label=tenant_id',
    ])
  })

  it.each([`"/data"`, `'/data'`])('refuse a value wholly in quotes: %s', (value) => {
    expect(() => thanosStore({ 'data-dir': value })).toThrow(RangeError)
    expect(() => thanosStore({}, { 'data-dir': [value] })).toThrow(/--data-dir/)
  })

  it('keep quotes inside a value, as labels have them', () => {
    expect(thanosStore({}, { label: 'replica="$(POD_NAME)"' })).toEqual(['store', '--label=replica="$(POD_NAME)"'])
  })
})
