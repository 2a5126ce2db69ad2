import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTaken, takenBy } from './programs.ts'
import { doubtful, invalid, random, valid } from './regexes.ts'

interface Step {
  action?: string
  sourceLabels?: readonly string[]
  separator?: string
  regex?: string
  modulus?: number
  targetLabel?: string
  replacement?: string
}

const keys = { sourceLabels: 'source_labels', targetLabel: 'target_label' } as const

const configurationOf = (step: Step) => ({
  scrape_configs: [
    {
      job_name: 'a',
      metric_relabel_configs: [
        Object.fromEntries(
          Object.entries(step).map(([key, value]) => [
            Object.entries(keys).find(([ours]) => ours === key)?.[1] ?? key,
            value,
          ]),
        ),
      ],
    },
  ],
})

const keeping = (regex: string): Step => ({ action: 'keep', sourceLabels: ['a'], regex })
const taken = (step: Step) =>
  isTaken({ prometheus: { metricRelabelConfigs: { kubelet: [step] } } }, 'bad-relabel-config')

test('the valid expressions are taken by promtool and by us, the invalid ones by none', async () => {
  const said = await takenBy('promtool', [...valid, ...invalid].map(keeping).map(configurationOf))
  expect([...valid, ...invalid].filter((_, index) => said[index])).toEqual(valid)
  expect([...valid, ...invalid].filter((regex) => taken(keeping(regex)))).toEqual(valid)
})

test('what only some releases of Go take is refused, and so are two groups of one name', () => {
  expect(doubtful.filter((regex) => taken(keeping(regex)))).toEqual([])
})

test('random expressions are taken where promtool takes them', async () => {
  const regexes = fc.sample(random, { numRuns: 400, seed: 1 })
  const said = await takenBy('promtool', regexes.map(keeping).map(configurationOf))
  const ours = regexes.map((regex) => taken(keeping(regex)))
  expect(regexes.filter((_, index) => said[index] !== ours[index])).toEqual([])
  expect(said.filter(Boolean).length).toBeGreaterThan(80)
})

/** Steps of each action with each of its keys said or not, and with values at their bounds. */
const steps = fc.record(
  {
    action: fc.constantFrom(
      ...['replace', 'keep', 'drop', 'keepequal', 'dropequal', 'hashmod', 'lowercase', 'uppercase', 'labelmap'],
      ...['labeldrop', 'labelkeep'],
    ),
    sourceLabels: fc.constant(['a']),
    separator: fc.constantFrom('', ';', '-'),
    regex: fc.constantFrom('(.*)', 'a(b)', '(?P<n>.)'),
    modulus: fc.constantFrom(1, 7),
    targetLabel: fc.constantFrom('a', '${1}', 'a_${1}_$n', 'a-b', 'é', '1', '${', '$', ' ', '__name__'),
    replacement: fc.constantFrom('$1', '', 'a', '${1}', 'a-b', '1', '${', 'é'),
  },
  { requiredKeys: ['action'] },
)

test('no step is taken that promtool refuses, and few are refused that it takes: those without effect', async () => {
  const some = fc.sample(steps, { numRuns: 500, seed: 1 })
  const said = await takenBy('promtool', some.map(configurationOf))
  const ours = some.map(taken)
  expect(some.filter((_, index) => ours[index] === true && said[index] === false)).toEqual([])
  expect(ours.filter(Boolean).length).toBeGreaterThan(50)
  // Keys that an action does not look at, and one that compares nothing.
  const refused = some.filter((_, index) => ours[index] === false && said[index] === true)
  expect(
    refused.filter(
      ({ action = '', ...step }) =>
        !(action !== 'hashmod' && step.modulus !== undefined) &&
        !(/^(keep|drop|label.*)$/.test(action) && step.targetLabel !== undefined) &&
        !(/^(keep|drop)$/.test(action) && step.sourceLabels === undefined) &&
        !(/^label(drop|keep)$|equal$/.test(action) && Object.keys(step).length > 1),
    ),
  ).toEqual([])
})
