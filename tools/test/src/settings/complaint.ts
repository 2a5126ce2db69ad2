import { type Effect, effectOf, type Tried } from './effect.ts'
import type { Setting } from './settings.ts'
import type { Exception, Trial } from './trial.ts'

/** What is wrong with a setting, and what to do about it; undefined if it does something, or what its exception says. */
export function complaintOf(setting: Setting, trial: Trial): string | undefined {
  const exception = trial.exceptions.find((one) => one.for.test(setting.name))
  const effect = effectOf(setting, trial)
  if (exception === undefined) return complaintAbout(setting, effect)
  return stale(exception, effect) ? `${setting.name}: ${outdated[exception.kind]}: remove its exception` : undefined
}

const remedy =
  'Add a context in which it is allowed and does something, or values that are allowed, to cluster-settings.ts or' +
  ' fleet-settings.ts. If there is none: let it have an effect, refuse it, or remove it.'

function complaintAbout({ name }: Setting, effect: Effect): string | undefined {
  const { found, neverAccepted, alike } = effect
  const complain = (what: string) => `${name}: ${what}\n${remedy}`
  if (neverAccepted.length > 0) {
    return complain(`no context accepts ${listed(neverAccepted)}: ${refusals(effect.tried).join(' | ')}`)
  }
  const [first] = alike
  if (first !== undefined) return complain(`${listed(first, ' and ')} lead to the same wherever both are accepted`)
  if (found) return undefined
  return complain(`no two values differ in what is generated; tried: ${attempts(effect.tried).join(' | ')}`)
}

const outdated: Record<Exception['kind'], string> = {
  checked: 'does not govern checks alone',
  refused: 'is accepted',
  'no effect yet': 'has an effect by now',
}

function stale({ kind }: Exception, { found, tried }: Effect): boolean {
  const accepted = tried.some(({ outcome }) => outcome.accepted)
  if (kind === 'refused') return accepted
  return found || (kind === 'checked' && refusals(tried).length === 0)
}

function refusals(tried: readonly Tried[]): string[] {
  return [...new Set(tried.flatMap(({ outcome }) => (outcome.accepted ? [] : [outcome.refusal])))].slice(0, 3)
}

function attempts(tried: readonly Tried[]): string[] {
  const told = tried.map(({ value, outcome }) => {
    return `${JSON.stringify(value)} ${outcome.accepted ? 'is accepted' : `is refused: ${outcome.refusal}`}`
  })
  return [...new Set(told)].slice(0, 4)
}

function listed(values: readonly unknown[], separator = ', '): string {
  return values.map((value) => JSON.stringify(value)).join(separator)
}
