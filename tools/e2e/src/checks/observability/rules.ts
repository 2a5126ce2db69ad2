import { z } from 'zod'
import type { Figure } from '../../check.ts'
import { expect } from '../../failure.ts'
import { json } from '../../cluster/http.ts'
import { messageOf } from '../../cluster/until.ts'
import type { World } from '../../world.ts'
import { type Peculiarity, reasonFor } from './absent.ts'
import { paced } from './pace.ts'
import { waitingFor } from './patience.ts'
import { pace } from './paces.ts'

const answer = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        name: z.string(),
        rules: z.array(
          z.object({
            type: z.enum(['alerting', 'recording']),
            name: z.string(),
            query: z.string(),
            health: z.string(),
            lastError: z.string().default(''),
          }),
        ),
      }),
    ),
  }),
})

export interface Rule {
  group: string
  kind: 'alerting' | 'recording'
  name: string
  expression: string
  /** Why it is not well; null: it evaluates. */
  problem: string | null
}

/** Every rule evaluates where it is loaded; recorded series exist; what alerts ask can be asked of Query Frontend as well. @throws CheckFailure */
export async function everyRule(world: World, peculiarities: ReadonlySet<Peculiarity>): Promise<Figure[]> {
  const prometheus = await healthyRules(world, 'prometheus')
  const rule = world.spec.rule === null ? [] : await healthyRules(world, 'thanos-rule')
  const all = distinct([...prometheus, ...rule])
  const recorded = all.filter(({ kind }) => kind === 'recording')
  const alerts = all.filter(({ kind }) => kind === 'alerting')
  const silent = Map.groupBy(recorded, ({ expression }) => reasonFor({ expr: expression }, peculiarities))
  const speaking = silent.get(null) ?? []
  await everyRecording(world, [...new Set(speaking.map(({ name }) => name))])
  await everyExpression(world, alerts)
  return [
    {
      what: 'rules that evaluate',
      value: `${prometheus.length} of each Prometheus${rule.length === 0 ? '' : `, ${rule.length} of each Rule`}`,
    },
    { what: 'recording rules with series', value: `${speaking.length} of ${recorded.length}` },
    ...[...silent].flatMap(([reason, some]): Figure[] =>
      reason === null
        ? []
        : [
            {
              what: 'recording rules without series',
              value: `${some.length}, ${some.map(({ name }) => name).join(', ')}: ${reason}`,
            },
          ],
    ),
    { what: 'alert expressions that Query Frontend evaluates', value: `${alerts.length} of ${alerts.length}` },
  ]
}

/** The rules of a component, when every pod of it has the same ones and has evaluated all of them without an error. */
async function healthyRules(world: World, component: 'prometheus' | 'thanos-rule'): Promise<Rule[]> {
  return world.until(`every rule of ${component} evaluates`, { seconds: 150, every: 3 }, async () => {
    const pods = await world.podNames(component)
    const found = await Promise.all(
      pods.map(async (pod) => rulesIn(await json(await world.podUrl(pod, component), '/api/v1/rules'))),
    )
    const sick = found.flatMap((rules, index) =>
      rules.flatMap(({ name, problem }) => (problem === null ? [] : [`${name} of ${pods[index] ?? ''}: ${problem}`])),
    )
    if (sick.length > 0) return { missing: sick.join('; ') }
    const [first = [], ...others] = found
    // A change that was taken back reaches one pod after the other.
    const same = first.length > 0 && others.every(({ length }) => length === first.length)
    return same ? { done: first } : { missing: `they have ${found.map(({ length }) => length).join(', ')} rules` }
  })
}

/** Rules as Prometheus and Thanos Rule list them. @throws Error when it is no such list */
export function rulesIn(body: unknown): Rule[] {
  return answer.parse(body).data.groups.flatMap(({ name: group, rules }) =>
    rules.map(({ type, name, query, health, lastError }) => ({
      group,
      kind: type,
      name,
      expression: query,
      problem: health === 'ok' && lastError === '' ? null : `${health} ${lastError}`.trim(),
    })),
  )
}

/** Without those that are there twice. */
export function distinct(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [`${rule.kind} ${rule.name} ${rule.expression}`, rule])).values()]
}

/** A ratio over five minutes exists as soon as there are two samples of both. */
async function everyRecording(world: World, names: readonly string[]): Promise<void> {
  await world.until('every recording rule yields series', { seconds: 120, every: 10 }, async () => {
    const counts = await paced(names, pace, async (name) => ({
      name,
      count: (await world.query(name, waitingFor(world))).series.length,
    }))
    const without = counts.filter(({ count }) => count === 0).map(({ name }) => name)
    return without.length === 0 ? { done: undefined } : { missing: `no series of ${without.join(', ')}` }
  })
}

async function everyExpression(world: World, alerts: readonly Rule[]): Promise<void> {
  const problems = await paced(alerts, pace, async ({ name, expression }) => {
    const problem = await world.query(expression, waitingFor(world)).then(
      () => null,
      (error: unknown) => messageOf(error),
    )
    return problem === null ? [] : [`${name}: ${problem}`]
  })
  expect(problems.flat().length === 0, `Query Frontend does not evaluate ${problems.flat().join('; ')}`)
}
