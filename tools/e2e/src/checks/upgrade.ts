import { image, shippedVersions, versionOf } from '@thanos-fleet/images'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { nextTag } from '../images/next.ts'
import { type Answer, Reader } from '../traffic/reader.ts'
import type { World } from '../world.ts'
import { Browser } from './ingress/client.ts'
import { withNextThanos } from './upgrade/next.ts'
import { podsByImage, rollBack, rollOut } from './upgrade/rollout.ts'
import { RolloutWatch } from './upgrade/watch.ts'

/**
 * What is asked all the time: the known values of the test's target over some minutes, which Query has from the fresh copy
 * and, once there are blocks, from Store.
 */
const question = 'sum(max_over_time(e2e_constant{job="e2e-target"}[5m]))'

/** Thanos takes another version, workload by workload, as an operator does it, while someone reads. */
export const check: Check = {
  name: 'upgrade',
  title:
    'A new version of Thanos is rolled out through the channel, workload by workload, while every query is answered.',
  modes: ['sidecar-mode', 'receive-mode'],
  counterProof: {
    mode: 'sidecar-mode',
    breaks: 'all pods of Query Frontend are replaced at once, and leave without waiting until others know',
    patch: 'upgrade.yaml',
    fails: /queries failed during the upgrade/,
  },
  async run(world) {
    const versions = withNextThanos(shippedVersions, nextTag(versionOf('thanos', world.spec.channel).tag))
    const reference = image('thanos', 'next', versions)
    if (!(await world.adapter.has(reference))) throw new Error(`the nodes do not have ${reference}`)
    const ask = await asker(world)
    const expected = await ask()
    const [reader, watch, begun] = [new Reader(ask, 500), new RolloutWatch(world), Date.now()]
    try {
      const components = await rollOut(world, versions)
      const seconds = (Date.now() - begun) / 1000
      const [answers, { looks, wrong, pruned }] = await Promise.all([reader.stop(), watch.stop()])
      judge(answers, expected)
      expect(wrong.length === 0, `during the upgrade: ${wrong.join('; ')}`)
      const { running, others } = await podsByImage(world, reference)
      expect(running > 0 && others.length === 0, `still another version: ${others.join(', ')}`)
      return [...figures(components, seconds, answers, looks, running), ...ofPruning(pruned)]
    } finally {
      await Promise.all([reader.stop(), watch.stop()])
      await rollBack(world)
    }
  },
}

/** A person with a browser: through the ingress controller, on a connection of its own each time, and without a second try. */
async function asker(world: World): Promise<() => Promise<string>> {
  const browser = await Browser.open(world)
  const host = world.spec.ingress?.hosts.query
  if (host == null) throw new Error('Query has no host in this cluster')
  return async () => {
    const { status, text } = await browser.ask(host, '/api/v1/query', { params: { query: question } })
    if (status !== 200) throw new Error(`HTTP ${status}: ${text.slice(0, 300)}`)
    return valueOf(text)
  }
}

/** The value alone: the time of the sample differs each time. */
function valueOf(text: string): string {
  return /"value":\[[^,\]]+,"([^"]*)"\]/.exec(text)?.[1] ?? `no value: ${text}`
}

/** No answer, an error and another value are all failures. */
function judge(answers: readonly Answer<string>[], expected: string): void {
  const list = answers
    .filter(({ value }) => value !== expected)
    .map(
      ({ time, value, error }) =>
        `${new Date(time).toISOString()} ${value === null ? error : `answered ${value.slice(0, 300)} instead of ${expected}`}`,
    )
  expect(
    list.length === 0,
    `${list.length} of ${answers.length} queries failed during the upgrade, the first: ${list[0] ?? ''}`,
    { 'failed-queries.txt': list.join('\n') },
  )
}

/** Pods that started in the wrong minute: a defect of Thanos, and no data or query was lost by it. */
function ofPruning(pruned: readonly string[]): Figure[] {
  return pruned.length === 0 ? [] : [{ what: 'ingestors that Thanos ended as they started', value: pruned.join(', ') }]
}

function figures(
  components: string[],
  seconds: number,
  answers: readonly Answer<string>[],
  looks: number,
  running: number,
): Figure[] {
  return [
    { what: 'upgraded, one after the other', value: `${components.join(', ')}; ${running} containers` },
    { what: 'time', value: `${seconds.toFixed(0)} s` },
    { what: 'queries through the ingress, 2 each second', value: String(answers.length) },
    { what: 'failed queries', value: '0', promised: '0' },
    { what: 'slowest query', value: `${Math.max(...answers.map(({ milliseconds }) => milliseconds))} ms` },
    {
      what: 'restarts, or fewer pods Ready than a disruption budget asks for',
      value: `none in ${looks} looks`,
      promised: 'none',
    },
  ]
}
