import { completeDefaults, type ClusterSpec, sectionsOf } from '@thanos-fleet/cluster-spec'
import { isWorkload } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { desired } from './desired.ts'
import { ownedFlags } from './owned-flags.ts'

const base = completeDefaults('receive-mode', 'x')
const specs: ClusterSpec[] = [base, completeDefaults('sidecar-mode', 'x')]

/** The specification with a flag of one component. */
function withFlag(spec: ClusterSpec, path: readonly PropertyKey[], flag: string, value: string): ClusterSpec {
  const set = (object: object, [key = '', ...rest]: readonly PropertyKey[]): object => ({
    ...object,
    [key]: rest.length === 0 ? { [flag]: value } : set(Reflect.get(object, key) as object, rest),
  })
  return set(spec, [...path, 'extraFlags']) as ClusterSpec
}

/** Every flag that the stack gives a component, with its values. */
const generated = specs.flatMap((spec) => {
  const containers = desired(spec)
    .objects.filter(isWorkload)
    .flatMap((workload) => workload.spec?.template.spec?.containers ?? [])
  return sectionsOf(spec)
    .filter(({ component }) => component !== 'memcached')
    .flatMap(({ component, path }) =>
      containers
        .filter(({ name }) => name === component)
        .flatMap(({ args }) => args ?? [])
        .flatMap((arg) => {
          const [, flag, value] = /^--([^=]+)=(.*)$/s.exec(arg) ?? []
          return flag === undefined || value === undefined ? [] : [{ spec, path, flag, value }]
        }),
    )
})

describe('flags on which others rely', () => {
  it('are refused: every generated address, port, file and directory', () => {
    const addresses = generated.filter(({ value }) => /:\d{4,5}$|^(80|90|91)\d\d$|^\//.test(value))
    expect(new Set(addresses.map(({ flag }) => flag)).size).toBeGreaterThan(15)
    const taken = addresses.filter(({ spec, path, flag }) => ownedFlags(withFlag(spec, path, flag, 'x')).length === 0)
    expect(taken.map(({ path, flag }) => `${path.join('.')} ${flag}`)).toEqual([])
  })

  it.each([
    [['nodeExporter'], 'web.listen-address', ':9101'],
    [['kubeStateMetrics'], 'port', '9000'],
    [['query'], 'no-http-address', ''],
    [['query'], 'web.route-prefix', '/thanos'],
    [['store'], 'http.config', '/x'],
    [['query'], 'grpc-server-tls-cert', '/x'],
    [['prometheus'], 'web.external-url', 'https://example.com/prometheus'],
    [['alertmanager'], 'web.route-prefix', '/x'],
    [['receive', 'router'], 'remote-write.server-tls-cert', '/x'],
  ])('are refused although others generate them, or nobody: %j %s', (path, flag, value) => {
    expect(ownedFlags(withFlag(base, path, flag, value))).toMatchObject([{ path: [...path, 'extraFlags', flag] }])
  })

  it.each(['tracing.config', 'tracing.config-file'])('are refused beside the setting that gives them: %s', (flag) => {
    const traced: ClusterSpec = {
      ...base,
      tracing: { endpoint: 'collector.example.com:4317', clientType: 'grpc', insecure: false, samplingFraction: 1 },
    }
    expect(ownedFlags(withFlag(traced, ['query'], flag, 'x'))).toMatchObject([{ remedy: 'remove it, or tracing' }])
    expect(ownedFlags(withFlag(base, ['query'], flag, 'x'))).toEqual([])
  })

  it.each([
    [['query'], 'query.max-concurrent', '4'],
    [['query'], 'store.sd-dns-interval', '5s'],
    [['prometheus'], 'web.page-title', 'Fleet'],
    [['prometheus'], 'web.external-url', 'https://prometheus.example.com'],
    [['compact'], 'wait-interval', '1m'],
    [['receive', 'ingestor'], 'tsdb.max-block-duration', '10m'],
    [['nodeExporter'], 'collector.filesystem.mount-points-exclude', '^/(dev|proc)'],
  ])('are not all flags: %j %s', (path, flag, value) => {
    expect(ownedFlags(withFlag(base, path, flag, value))).toEqual([])
  })
})
