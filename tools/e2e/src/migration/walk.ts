import { type ProductionMode, migrationStageOf } from '@thanos-fleet/cluster-spec'
import { applyStep, finishes, nextStep, type Step } from '@thanos-fleet/migration'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../check.ts'
import { CheckFailure, expect } from '../failure.ts'
import { single } from '../cluster/prom-api.ts'
import { lossBetween } from '../traffic/loss.ts'
import { type Answer, Reader } from '../traffic/reader.ts'
import { settingsOf } from '../workspace/settings.ts'
import type { World } from '../world.ts'
import { blocksOfBothWays, nothingLeftOf } from './end.ts'
import { ready, refusal } from './gate.ts'
import { picture, type Timeline } from './timeline.ts'

/** Milliseconds after a scrape within which it can be asked for; younger ones are not counted as missing. */
const young = 20_000
const targetSeries = 100

/** The test's settings of the parts that the move adds: those of receive-mode. */
const receiveSettings = { receive: settingsOf('receive-mode')['receive'] }

/** The move from sidecar-mode to receive-mode and back, step by step, each when the one before is reached. */
export const walk = {
  title:
    'The move from sidecar-mode to receive-mode and back: no failed query, no missing sample, no sum that counts twice.',
  async run(world: World): Promise<Figure[]> {
    const start = Date.now()
    // Partial answers count as failed, so the sum is right or there is none.
    const reader = new Reader(async () => single(await world.query('sum(e2e_constant)')), 1000)
    const steps: Timeline['steps'] = []
    const figures: Figure[] = []
    try {
      world.workspace.change(receiveSettings)
      figures.push(...(await go(world, 'receive-mode', steps)))
      figures.push(...(await blocksOfBothWays(world)), ...(await nothingLeftOf(world, 'sidecar')))
      figures.push(...(await go(world, 'sidecar-mode', steps)))
      figures.push(...(await nothingLeftOf(world, 'receive')))
    } finally {
      await reader.stop()
    }
    expect(
      figures.some(({ value }) => value.includes('; before: ')),
      'no step was refused when it was asked for too early',
    )
    const end = Date.now()
    const answers = await reader.stop()
    const loss = await lossBetween(world, start, end - young)
    const timeline: Timeline = {
      start,
      end,
      expected: targetSeries,
      steps,
      answers,
      slots: slotsOf(start, end - young, loss.missing),
    }
    writeFileSync(join(repositoryRoot, 'docs/migration.svg'), picture(timeline))
    return [...figures, ...verdict(answers, loss)]
  },
}

async function go(world: World, goal: ProductionMode, steps: Timeline['steps']): Promise<Figure[]> {
  const figures: Figure[] = []
  for (let step = nextStep(world.spec, goal); step !== null; step = nextStep(world.spec, goal)) {
    const name = finishes(step) ? `mode: ${goal}` : `${step.from} → ${step.to}`
    world.log(`  ${name}: waiting until it may be taken`)
    const asked = Date.now()
    const early = await refusal(world, goal)
    await ready(world, goal, 900)
    const begun = Date.now()
    steps.push({ time: begun, name: finishes(step) ? goal : step.to })
    await take(world, step)
    figures.push({
      what: name,
      value: `${early === null ? 'allowed at once' : `allowed after ${seconds(begun - asked)}; before: ${early}`}; rolled out in ${seconds(Date.now() - begun)}`,
    })
    world.log(`    ${figures.at(-1)?.value ?? ''}`)
  }
  expect(world.spec.mode === goal && world.spec.migration === null, `the steps did not end in ${goal}`)
  return figures
}

/** Takes a step as a merged pull request that is synchronised. */
async function take(world: World, step: Step): Promise<void> {
  world.workspace.patch('leave-sooner.yaml', leaveSooner(step.to !== 'receive-only'))
  await world.synchronise(world.workspace.set(applyStep(world.workspace.text, step)))
  expect(migrationStageOf(world.spec) === step.to, `after the step the cluster is at ${migrationStageOf(world.spec)}`)
  await world.ready(600)
}

/** The test's patch that shortens how long pods leave; without that of the sidecar where there is none to patch. */
function leaveSooner(sidecar: boolean): string {
  const text = readFileSync(join(repositoryRoot, 'tools/e2e/settings/patches/sidecar-mode/leave-sooner.yaml'), 'utf8')
  return text
    .split(/^---$/m)
    .filter((document) => sidecar || !document.includes('name: thanos-sidecar'))
    .join('---')
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(0)} s`
}

function verdict(
  answers: readonly Answer<number>[],
  { scrapes, missing }: { scrapes: number; missing: number[] },
): Figure[] {
  const failed = answers.filter(({ value }) => value === null)
  const wrong = answers.filter(({ value }) => value !== null && value !== targetSeries)
  const figures: Figure[] = [
    { what: 'queries', value: String(answers.length) },
    { what: 'failed queries', value: String(failed.length), promised: '0' },
    { what: `sums other than ${targetSeries}`, value: String(wrong.length), promised: '0' },
    { what: 'scrapes served by the target', value: String(scrapes) },
    { what: 'of these without a sample', value: String(missing.length), promised: '0' },
    { what: 'slowest query', value: `${Math.max(...answers.map(({ milliseconds }) => milliseconds))} ms` },
  ]
  if (failed.length + wrong.length + missing.length > 0) {
    throw new CheckFailure(figures.map(({ what, value }) => `${what}: ${value}`).join(', '), {
      'failed.json': JSON.stringify(failed, null, 1),
      'wrong.json': JSON.stringify(wrong, null, 1),
      'missing.json': JSON.stringify(
        missing.map((time) => new Date(time).toISOString()),
        null,
        1,
      ),
    })
  }
  return figures
}

/** One slot for each five seconds, the target's scrape interval. */
function slotsOf(start: number, end: number, missing: readonly number[]): Timeline['slots'] {
  const size = 5000
  const gaps = new Set(missing.map((time) => Math.floor((time - start) / size)))
  return Array.from({ length: Math.ceil((end - start) / size) }, (_, index) => ({
    time: start + index * size,
    present: !gaps.has(index),
  }))
}
