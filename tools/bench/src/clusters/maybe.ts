import type { Random } from './random.ts'

/** Something in a share of cases, and nothing in the others. */
export function maybe<Part extends object>(random: Random, share: number, part: () => Part): Part | object {
  return random.chance(share) ? part() : {}
}
