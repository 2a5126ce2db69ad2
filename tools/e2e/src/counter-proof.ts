import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Figure } from './check.ts'
import { CheckFailure, expect } from './failure.ts'
import { messageOf } from './cluster/until.ts'
import type { World } from './world.ts'

/** A broken system is noticed sooner than a slow one is forgiven. */
const impatience = 0.4

/**
 * Applies the broken manifest of a check, runs the check, and mends it again.
 * @throws CheckFailure when the check holds all the same, or fails for another reason
 */
export async function proveCounter(world: World, check: Check): Promise<Figure[]> {
  const { patch, fails } = check.counterProof
  const name = `counter-proof-${check.name}.yaml`
  world.workspace.patch(name, readFileSync(join(repositoryRoot, 'tools/e2e/counter-proofs', patch), 'utf8'))
  const { patience } = world
  try {
    await world.change({})
    await world.ready(60).catch(() => undefined)
    const message = await failureOf(world, check)
    expect(fails.test(message), `it failed, but not as it should: ${message}`)
    return [{ what: 'the failure it printed', value: message }]
  } finally {
    world.patience = patience
    world.workspace.patch(name, null)
    await world.change({})
    await world.ready(240)
  }
}

async function failureOf(world: World, check: Check): Promise<string> {
  world.patience *= impatience
  try {
    await check.run(world)
  } catch (error) {
    if (error instanceof CheckFailure) return messageOf(error)
    throw error
  }
  throw new CheckFailure(`it holds with the broken manifest: ${check.counterProof.breaks}`)
}
