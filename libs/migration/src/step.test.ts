import { describe, expect, it } from 'vitest'
import { explain, finishes, nextStep, planStep, refuseSkip, stepsTo } from './index.ts'
import { receiveCluster, sidecarCluster, specAt, specOf, walk } from './testing/clusters.ts'

const spec = specOf(sidecarCluster)

describe('the next step', () => {
  it('is none where the cluster does not move, is there already, or is for development', () => {
    expect(nextStep(spec)).toBeNull()
    expect(nextStep(spec, 'sidecar-mode')).toBeNull()
    expect(nextStep({ mode: 'dev-filesystem-objstore', migration: null }, 'receive-mode')).toBeNull()
  })

  it('follows the direction that cluster.yaml says, and turns round where another is asked for', () => {
    const moving = specAt('remote-write')
    expect(nextStep(moving)).toEqual({ goal: 'receive-mode', from: 'remote-write', to: 'read-both' })
    expect(nextStep(moving, 'sidecar-mode')).toEqual({ goal: 'sidecar-mode', from: 'remote-write', to: 'receivers' })
  })

  it('ends by writing down that the cluster has arrived', () => {
    const steps = stepsTo(spec, 'receive-mode')
    expect(steps.map(({ to }) => to)).toEqual([
      'receivers',
      'remote-write',
      'read-both',
      'read-receive',
      'receive-only',
      'receive-only',
    ])
    expect(steps.map(finishes)).toEqual([false, false, false, false, false, true])
  })

  it('comes back from everywhere by the states that it came by', () => {
    const [, ...stops] = walk(sidecarCluster, 'receive-mode')
    for (const { text, spec } of stops.slice(0, -1)) {
      const labels = walk(text, 'sidecar-mode').map(({ label }) => label)
      const states = ['sidecar-only', 'receivers', 'remote-write', 'read-both', 'read-receive', 'receive-only']
      const left = states.slice(0, states.indexOf(spec.migration?.step ?? '')).toReversed()
      expect(labels.slice(1)).toEqual([...left, 'sidecar-mode'])
    }
  })

  it('is explained, and said how to undo, each in both directions', () => {
    const steps = [...stepsTo(spec, 'receive-mode'), ...stepsTo(specOf(receiveCluster), 'sidecar-mode')]
    const titles = steps.map((step) => explain(step).title)
    expect(new Set(titles).size).toBe(steps.length)
    for (const step of steps) expect(explain(step).undo.length).toBeGreaterThan(20)
  })
})

const file = (text: string) => ({ path: 'clusters/eu-1/cluster.yaml', text })

describe('a plan', () => {
  it('says what changes in the file and in the cluster', () => {
    const planned = planStep(file(sidecarCluster), { goal: 'receive-mode' })
    if (!planned.ok || planned.plan === null) throw new Error('refused')
    expect(planned.plan.text.after).toBe(
      sidecarCluster.replace('# since 2024\n', '# since 2024\nmigration: { to: receive-mode, step: receivers }\n'),
    )
    expect(planned.plan.changes).toContainEqual({
      change: 'added',
      kind: 'StatefulSet',
      name: 'thanos-receive-ingestor',
      namespace: 'thanos',
      restarts: false,
    })
    expect(planned.plan.changes).toContainEqual({
      change: 'changed',
      kind: 'Deployment',
      name: 'thanos-query',
      namespace: 'thanos',
      restarts: true,
    })
    // Compact restarts too: from here on it merges the overlapping blocks that ingestors may write.
    expect(planned.plan.changes.filter(({ kind }) => kind === 'StatefulSet').map(({ name }) => name)).toEqual([
      'thanos-compact',
      'thanos-receive-ingestor',
    ])
  })

  it('touches nothing but two files of configuration where only a way of data is opened or closed', () => {
    for (const step of ['read-both', 'read-receive'] as const) {
      const before = walk(sidecarCluster, 'receive-mode').find(({ spec }) => nextStep(spec)?.to === step)
      const planned = planStep(file(before?.text ?? ''), {})
      if (!planned.ok || planned.plan === null) throw new Error('refused')
      expect(planned.plan.changes.map(({ change, kind, name }) => `${change} ${kind} ${name}`)).toEqual([
        'changed ConfigMap prometheus-rules',
        'changed ConfigMap thanos-query-endpoints',
      ])
    }
  })

  it('refuses a step that is not the next, with the line that says where the cluster is', () => {
    const text = sidecarCluster.replace(
      '# since 2024\n',
      '# since 2024\nmigration: { to: receive-mode, step: receivers }\n',
    )
    expect(planStep(file(text), { step: 'read-receive' })).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'migration-step-skipped',
          file: 'clusters/eu-1/cluster.yaml',
          line: 5,
          column: 38,
          message: 'the cluster is at receivers; read-receive is not the next step, remote-write is',
          remedy: 'take remote-write, read-both first, each after the previous one is complete',
        },
      ],
    })
    expect(planStep(file(text), { step: 'remote-write' }).ok).toBe(true)
    expect(planStep(file(sidecarCluster), { step: 'receivers' })).toMatchObject({
      ok: false,
      diagnostics: [{ line: 4, remedy: 'choose a target: --to receive-mode or --to sidecar-mode' }],
    })
  })

  it('refuses a step whose specification is not valid', () => {
    const text = receiveCluster.replace('rule: { replicas: 3 }', 'rule: { kind: stateless }')
    expect(planStep({ path: 'clusters/us-1/cluster.yaml', text }, { goal: 'sidecar-mode' })).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: 'stateless-rule-outside-receive-mode',
          message: expect.stringMatching(/^after step read-receive: /) as unknown,
        },
      ],
    })
  })

  it('refuses a cluster.yaml that is more than a step from what was generated', () => {
    const text = sidecarCluster.replace(
      '# since 2024\n',
      '# since 2024\nmigration: { to: receive-mode, step: read-both }\n',
    )
    const generated = { mode: 'sidecar-mode', migration: null } as const
    expect(planStep(file(text), { generated })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'migration-step-skipped', line: 5, column: 38 }],
    })
    expect(
      planStep(file(text), {
        generated: { mode: 'sidecar-mode', migration: { to: 'receive-mode', step: 'remote-write' } },
      }).ok,
    ).toBe(true)
  })

  it('refuses a cluster for development', () => {
    const development = { path: 'clusters/dev/cluster.yaml', text: 'name: dev\nmode: dev-filesystem-objstore\n' }
    expect(planStep(development, { goal: 'receive-mode' })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'migration-not-supported', line: 2 }],
    })
  })
})

describe('a change of cluster.yaml', () => {
  it('is taken where it is one step or none, there and back', () => {
    for (const stops of [walk(sidecarCluster, 'receive-mode'), walk(receiveCluster, 'sidecar-mode')]) {
      for (const [index, { spec }] of stops.entries()) {
        expect(refuseSkip(spec, spec)).toBeNull()
        expect(refuseSkip(stops[index - 1]?.spec ?? spec, spec)).toBeNull()
      }
    }
  })

  it('is refused where it changes the mode at once or skips a step, with the way', () => {
    const stops = walk(sidecarCluster, 'receive-mode')
    expect(refuseSkip({ mode: 'sidecar-mode', migration: null }, { ...spec, mode: 'receive-mode' })).toMatchObject({
      code: 'migration-step-skipped',
      path: ['mode'],
      message:
        'mode sidecar-mode was generated last; mode receive-mode skips receivers, remote-write, read-both, read-receive: data would be lost or counted twice',
      remedy: expect.stringContaining('gen:migrate -- eu-1 --to receive-mode') as unknown,
    })
    for (const [index, { spec }] of stops.slice(1, -1).entries()) {
      const later = stops.slice(index + 3, -1)
      for (const other of later) {
        expect(refuseSkip(spec, other.spec), `${spec.migration?.step} to ${other.label}`).toMatchObject({
          path: ['migration', 'step'],
        })
        expect(refuseSkip(other.spec, spec)).toMatchObject({ code: 'migration-step-skipped' })
      }
    }
  })

  it('is refused where the move ends and series of its blocks would count twice', () => {
    const before = specAt('receive-only')
    const after = specAt('receive-mode')
    expect(refuseSkip(before, after)).toBeNull()
    expect(refuseSkip(before, { ...after, query: { ...after.query, deduplicateTenants: false } })).toMatchObject({
      code: 'tenants-not-deduplicated',
    })
  })

  it('is refused from every step of production to development, from where every way is open', () => {
    const development = { ...spec, mode: 'dev-filesystem-objstore' } as const
    for (const stop of walk(sidecarCluster, 'receive-mode'))
      expect(refuseSkip(stop.spec, development)).toMatchObject({ code: 'production-to-development', path: ['mode'] })
  })

  it('may be anything for a cluster of development', () => {
    expect(
      refuseSkip({ mode: 'dev-filesystem-objstore', migration: null }, { ...spec, mode: 'receive-mode' }),
    ).toBeNull()
  })
})
