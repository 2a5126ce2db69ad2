import { modes } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { complete } from './testing/inspect.ts'

describe.each(modes)('in a cluster of %s', (mode) => {
  const { objects, pods, spec } = complete(mode)

  it('an address of a pod or node is in brackets where a port follows, as IPv6 needs it', () => {
    const containers = pods.flatMap(({ pod }) => [...(pod.initContainers ?? []), ...pod.containers])
    for (const { name, env = [], args = [], command = [] } of containers) {
      const addresses = env.filter(({ valueFrom }) =>
        /^status\.(pod|host)IPs?$/.test(valueFrom?.fieldRef?.fieldPath ?? ''),
      )
      const text = JSON.stringify([args, command, env])
      for (const { name: variable } of addresses) {
        expect(text.replaceAll(`[$(${variable})]:`, ''), name).not.toContain(`$(${variable}):`)
      }
    }
  })

  it('whatever is allowed everywhere is so in both families of addresses', () => {
    const cidrs = objects
      .filter(({ kind }) => kind === 'NetworkPolicy')
      .flatMap((policy) => [...JSON.stringify(policy).matchAll(/"to":\[[^\]]*\]/g)].map(([peers]) => peers))
      .filter((peers) => /"(0\.0\.0\.0|::)\/0"/.test(peers))
    expect(cidrs.length).toBeGreaterThan(0)
    for (const peers of cidrs) expect(peers).toMatch(/"0\.0\.0\.0\/0".*"::\/0"/)
  })

  it('nothing that is listened on is of one family', () => {
    // Go listens on both families at 0.0.0.0, as at an empty host: net.Listen takes any unspecified address so.
    for (const { pod } of pods) {
      const listened = pod.containers.flatMap(({ args = [] }) =>
        args.filter((arg) => /^--[-.a-z]*(address|listen)=/.test(arg) && !arg.includes('advertise')),
      )
      for (const arg of listened) expect(arg, spec.mode).toMatch(/=((0\.0\.0\.0|localhost)?:\d+|)$/)
    }
  })
})
