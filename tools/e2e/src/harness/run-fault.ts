import type { Figure } from '../check.ts'
import type { World } from '../world.ts'
import type { Fault } from './fault.ts'
import { healed, healthOf } from './health.ts'
import { record } from './report.ts'
import { Traffic } from './traffic.ts'
import { expectKept, figuresOf } from './verdict.ts'

/**
 * Breaks one thing while samples are written and read, and compares what was lost with what is promised.
 * @throws CheckFailure when more was lost, or when the system did not become healthy again
 */
export async function runFault(world: World, fault: Fault): Promise<Figure[]> {
  await world.ready(180)
  const run = () => broken(world, fault)
  return fault.where === undefined ? run() : fault.where(world, run)
}

async function broken(world: World, fault: Fault): Promise<Figure[]> {
  const before = await healthOf(world)
  const traffic = await Traffic.start(world, fault.question?.(world), fault.asks)
  try {
    const own = await fault.run(world, traffic)
    await healed(world, before)
    const measured = await traffic.measure()
    const figures = [...figuresOf(fault, measured), ...own]
    record(fault, world.cluster, figures)
    expectKept(fault, measured)
    return figures
  } finally {
    await traffic.stop()
  }
}
