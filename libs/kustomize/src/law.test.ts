import { test } from 'vitest'
import { lawHolds } from './testing/law.ts'
import { layers } from './testing/states.ts'

const seed = Number(process.env['LAW_SEED'] ?? 20_260_101)
const pairs = Number(process.env['LAW_PAIRS'] ?? 2_000)
const chains = Math.ceil(pairs / 20)

console.log(`law: ${pairs} pairs and ${chains} chains of three, seed ${seed} (LAW_PAIRS, LAW_SEED)`)

test(`build(overlay(base, desired)) = desired, for ${pairs} random pairs`, async () => {
  await lawHolds(layers(1), seed, pairs)
}, 600_000)

test(`the same for overlays of overlays, ${chains} random chains`, async () => {
  await lawHolds(layers(2), seed, chains)
}, 600_000)
