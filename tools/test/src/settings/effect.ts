import type { Outcome } from './outputs.ts'
import { place } from './place.ts'
import type { Setting } from './settings.ts'
import { contextsOf, type Trial } from './trial.ts'
import { valuesOf } from './values.ts'

/** What was tried to find out whether a setting does something. */
export interface Tried {
  value: unknown
  outcome: Outcome
}

/** Whether pairs of specifications that differ in one setting differ in what is generated. */
export interface Effect {
  /** Values that no context accepts, of those that are all there are. */
  neverAccepted: unknown[]
  /** Values that are accepted in the same contexts, and lead to the same there. */
  alike: [unknown, unknown][]
  /** Whether there is a pair at all. */
  found: boolean
  tried: Tried[]
}

/** Of a value with any number of alternatives that are accepted, so many are tried: a second or third may be special. */
const enough = 3

/**
 * Looks for pairs of specifications that differ in one setting and in what is generated from them. Where all possible
 * values are known each of them must be accepted somewhere, and differ from the others that are accepted there.
 */
export function effectOf(setting: Setting, trial: Trial): Effect {
  return isClosed(setting) ? effectOfEach(setting, trial) : effectOfSome(setting, trial)
}

function effectOfSome(setting: Setting, trial: Trial): Effect {
  const tried: Tried[] = []
  for (const context of contextsOf(trial, setting.name)) {
    const here = new Set<string>()
    let accepted = 0
    for (const value of candidates(setting, trial)) {
      const outcome = trial.outcomeOf(place(context.document, setting.steps, value), context)
      tried.push({ value, outcome })
      if (!outcome.accepted) continue
      here.add(outcome.generated)
      accepted += 1
      if (here.size > 1) return { found: true, neverAccepted: [], alike: [], tried }
      if (accepted === enough) break
    }
  }
  return { found: false, neverAccepted: [], alike: [], tried }
}

function effectOfEach(setting: Setting, trial: Trial): Effect {
  const values = candidates(setting, trial)
  const tried: Tried[] = []
  const differing = new Set<string>()
  const equal = new Map<string, [unknown, unknown]>()
  const pairs = values.flatMap((_, one) => values.slice(one + 1).map((_, next) => [one, one + 1 + next] as const))
  for (const context of contextsOf(trial, setting.name)) {
    if (differing.size === pairs.length) break
    const outcomes = values.map((value) => trial.outcomeOf(place(context.document, setting.steps, value), context))
    tried.push(...outcomes.map((outcome, index) => ({ value: values[index], outcome })))
    for (const [one, other] of pairs) {
      const [first, second] = [outcomes[one], outcomes[other]]
      if (first?.accepted !== true || second?.accepted !== true) continue
      if (first.generated === second.generated) equal.set(`${one} ${other}`, [values[one], values[other]])
      else differing.add(`${one} ${other}`)
    }
  }
  const accepted = new Set(tried.flatMap(({ value, outcome }) => (outcome.accepted ? [value] : [])))
  return {
    found: differing.size > 0,
    neverAccepted: values.filter((value) => !accepted.has(value)),
    alike: [...equal].flatMap(([pair, alike]) => (differing.has(pair) ? [] : [alike])),
    tried,
  }
}

function candidates({ name, forms }: Setting, { allowed }: Trial): readonly unknown[] {
  const values = allowed.find((entry) => entry.for.test(name))?.values ?? forms.flatMap(valuesOf)
  // Where false switches off, null does as well: docs/cluster-yaml.md.
  return values.includes(false) ? values.filter((value) => value !== null) : values
}

/** Whether all possible values are known. */
function isClosed({ forms }: Setting): boolean {
  return forms.every(
    ({ type, const: constant, enum: listed }) =>
      constant !== undefined || listed !== undefined || type === 'boolean' || type === 'null',
  )
}
