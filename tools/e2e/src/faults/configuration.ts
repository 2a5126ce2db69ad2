import type { ComponentName } from '@thanos-fleet/connections'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { restarted, startedPods } from '../checks/hot-reload/pods.ts'
import type { Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { json } from '../cluster/http.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { nudge } from '../harness/nudge.ts'

interface Broken {
  config: string
  component: ComponentName
  alert: string
  text: string
}

/** Configuration that is reloaded, and the alert that says that it was refused. */
const broken: readonly Broken[] = [
  { config: 'prometheus-config', component: 'prometheus', alert: 'PrometheusConfigReloadFailed', text: 'global: [' },
  {
    config: 'alertmanager-config',
    component: 'alertmanager',
    alert: 'AlertmanagerConfigReloadFailed',
    text: 'route: [',
  },
  {
    config: 'thanos-receive-hashrings',
    component: 'thanos-receive-router',
    alert: 'ThanosReceiveHashringReloadFailed',
    text: '[{',
  },
]

const rules = 'prometheus-rules'
const patch = 'e2e-shorter-alerts.yaml'
/** Seconds that stand for the minutes of `for` and of ranges in these alerts; an increase needs more than two scrapes. */
const [shortFor, shortRange] = ['10s', '90s']

export const fault: Fault = {
  name: 'configuration',
  title: 'Broken configuration is pushed to Prometheus, Alertmanager and the routers',
  modes: ['receive-mode'],
  promise: {
    continues: 'Everything, with the configuration that was there before; an alert fires for each, and is sent.',
    pauses: 'Further changes of these configurations.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withShorterAlerts,
  async run(world, traffic) {
    const [pods, begun] = [await startedPods(world), Date.now()]
    try {
      for (const { config, component, text } of broken) {
        await push(world, config, text)
        await nudge(world, [component])
      }
      traffic.note('broken configuration is pushed')
      const fired = await firing(world, begun)
      const sent = await notified(world, begun)
      const others = restarted(pods, await startedPods(world))
      expect(others.length === 0, `restarted by broken configuration: ${others.join(', ')}`)
      return [...fired, ...sent, { what: 'pods restarted', value: `0 of ${pods.length}`, promised: '0' }]
    } finally {
      await world.apply()
      traffic.note('the configuration is right again')
      await calm(world)
    }
  },
}

/** Ten minutes of an alert become ten seconds; its expression and the ways of it stay. */
async function withShorterAlerts<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  world.workspace.patch(patch, shorterRules(world))
  try {
    await world.change({})
    await world.until('Prometheus has the shorter alerts', { seconds: 150 }, async () => {
      await nudge(world, ['prometheus'])
      const states = await alertStates(world)
      const missing = broken
        .filter(({ alert }) => !states.every((own) => own.get(alert)?.duration === 10))
        .map(({ alert }) => alert)
      return missing.length === 0 ? { done: undefined } : { missing: missing.join(', ') }
    })
    return await run()
  } finally {
    world.workspace.patch(patch, null)
    await world.change({})
    await nudge(world, ['prometheus'])
  }
}

/** Puts a text in place of a configuration, past the repository, as a person with kubectl would. */
async function push(world: World, name: string, text: string): Promise<void> {
  const file = Object.keys(filesOf(world, name))[0] ?? ''
  await world.kubectl.ok([
    'patch',
    'configmap',
    name,
    '-n',
    world.namespace,
    '--type=merge',
    '-p',
    JSON.stringify({ data: { [file]: text } }),
  ])
}

async function firing(world: World, begun: number): Promise<Figure[]> {
  const times = new Map<string, number>()
  return world.until('an alert fires for each', { seconds: 240, every: 2 }, async () => {
    await nudge(
      world,
      broken.map(({ component }) => component),
    )
    const states = await alertStates(world)
    for (const { alert } of broken) {
      if (!times.has(alert) && states.some((own) => own.get(alert)?.state === 'firing'))
        times.set(alert, Math.round((Date.now() - begun) / 1000))
    }
    const missing = broken.filter(({ alert }) => !times.has(alert)).map(({ alert }) => alert)
    return missing.length === 0
      ? {
          done: [...times].map(([alert, seconds]) => ({
            what: alert,
            value: `fires after ${seconds} s`,
            promised: 'fires',
          })),
        }
      : { missing: missing.join(', ') }
  })
}

const received = z.array(
  z.looseObject({ alerts: z.array(z.looseObject({ labels: z.record(z.string(), z.string()) })).default([]) }),
)

/** Waits until people would have been told: Alertmanager sends, although its own configuration is among the broken ones. */
async function notified(world: World, begun: number): Promise<Figure[]> {
  return world.until('the webhook receives each alert', { seconds: 90, every: 2 }, async () => {
    const messages = received.parse(
      await json(await world.fixture('webhook'), '/received', { params: { since: begun } }),
    )
    const names = new Set(messages.flatMap(({ alerts }) => alerts.map(({ labels }) => labels['alertname'])))
    const missing = broken.filter(({ alert }) => !names.has(alert)).map(({ alert }) => alert)
    return missing.length === 0
      ? { done: [{ what: 'alerts received', value: `${broken.length} of ${broken.length}` }] }
      : { missing: missing.join(', ') }
  })
}

async function calm(world: World): Promise<void> {
  await world.until('the alerts are over', { seconds: 240, every: 2 }, async () => {
    await nudge(
      world,
      broken.map(({ component }) => component),
    )
    const states = await alertStates(world)
    const left = broken
      .filter(({ alert }) => states.some((own) => own.get(alert)?.state !== 'inactive'))
      .map(({ alert }) => alert)
    return left.length === 0 ? { done: undefined } : { missing: left.join(', ') }
  })
}

const answer = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.looseObject({
            name: z.string(),
            type: z.string(),
            state: z.string().optional(),
            duration: z.number().optional(),
          }),
        ),
      }),
    ),
  }),
})

/** Alerts by name as each Prometheus has them. */
async function alertStates(world: World): Promise<Map<string, { state: string; duration: number }>[]> {
  const pods = await world.podNames('prometheus')
  return Promise.all(
    pods.map(async (pod) => {
      const { data } = answer.parse(
        await json(await world.podUrl(pod, 'prometheus'), '/api/v1/rules', { params: { type: 'alert' } }),
      )
      return new Map(
        data.groups.flatMap((group) =>
          group.rules.map(({ name, state = '', duration = 0 }) => [name, { state, duration }] as const),
        ),
      )
    }),
  )
}

const ruleFile = z.looseObject({
  groups: z.array(z.looseObject({ rules: z.array(z.looseObject({ alert: z.string().optional(), expr: z.string() })) })),
})

/** A patch of the rules in which the alerts in question have seconds for minutes. */
function shorterRules(world: World): string {
  const names = new Set(broken.map(({ alert }) => alert))
  const data = Object.entries(filesOf(world, rules)).map(([name, text]) => {
    const { groups } = ruleFile.parse(parse(text))
    const shorter = groups.map((group) => ({
      ...group,
      rules: group.rules.map((rule) =>
        names.has(rule.alert ?? '')
          ? { ...rule, for: shortFor, expr: rule.expr.replaceAll('[5m]', `[${shortRange}]`) }
          : rule,
      ),
    }))
    return [name, stringify({ groups: shorter })]
  })
  return stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: rules, namespace: world.namespace },
    data: Object.fromEntries(data),
  })
}

function filesOf({ state }: World, name: string): Record<string, string> {
  const found = state.configs.find((config) => config.name === name)
  if (found === undefined) throw new Error(`there is no configuration ${name}`)
  return found.files
}
