import { type ClusterSpec, type Path, sectionsOf } from '@thanos-fleet/cluster-spec'
import { rendered } from '@thanos-fleet/kustomize'
import { desired } from './desired.ts'
import { reachOf } from './reach/reach.ts'

/** An address in a setting that policies do not follow. */
export interface UnreachedAddress {
  severity: 'warning'
  code: 'address-without-policy'
  path: Path
  message: string
  remedy: string
}

/** A text that goes to a program as it is: a variable, a flag or a key of a file. */
interface Passed {
  path: Path
  key: string
  text: string
}

/**
 * Addresses in variables, flags and keys of grafana.ini that the policies of the cluster do not let pods reach. NetworkPolicies
 * do not follow from these settings, since what a program does with them is not known; people can have policies of their own.
 */
export function unreachedAddresses(spec: ClusterSpec): UnreachedAddress[] {
  const passed = passedOf(spec).filter(({ text }) => /[.:]/.test(text))
  if (passed.length === 0) return []
  const { inVain } = reachOf(spec, rendered(desired(spec)))
  return passed.flatMap(({ path, key, text }) => {
    const found = inVain.find((said) => said.key === key && text.includes(said.text))
    if (found === undefined) return []
    return [
      {
        severity: 'warning',
        code: 'address-without-policy',
        path,
        message: `${path.join('.')}: no NetworkPolicy allows the way to ${found.text}`,
        remedy: 'add a NetworkPolicy to objects/, or its block and port to networkPolicy.external',
      },
    ]
  })
}

function passedOf(spec: ClusterSpec): Passed[] {
  const sections = sectionsOf(spec).map(({ path, settings }) => ({ path, ...settings }))
  const variables = [{ path: ['pods'], ...spec.pods }, ...sections].flatMap(({ path, extraEnv }) =>
    Object.entries(extraEnv).map(([key, value]) => ({ path: [...path, 'extraEnv', key], key, text: value })),
  )
  const flags = sections.flatMap(({ path, extraFlags }) =>
    Object.entries(extraFlags).map(([key, value]) => ({
      path: [...path, 'extraFlags', key],
      key,
      text: String(value),
    })),
  )
  const keys = Object.entries(spec.grafana?.config ?? {}).flatMap(([section, values]) =>
    Object.entries(values).map(([key, text]) => ({ path: ['grafana', 'config', section, key], key, text })),
  )
  return [...variables, ...flags, ...keys].flatMap(({ text, ...one }) =>
    typeof text === 'string' ? [{ ...one, text }] : [],
  )
}
