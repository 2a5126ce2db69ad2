import { isObject } from '@thanos-fleet/json'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import type { PatchedState, State } from '@thanos-fleet/kustomize'
import type { PatchFinding } from './finding.ts'
import { textsAt } from './read.ts'

/** Where objects of the cluster say the name of a Secret that a controller makes for them. */
const makers: Readonly<Record<string, readonly string[]>> = {
  Certificate: ['spec', 'secretName'],
  ExternalSecret: ['spec', 'target', 'name'],
}

/**
 * Objects that a patch lets read or make another Secret than the others: what a certificate or an ExternalSecret makes is
 * read by pods of which each has its name. Secrets of people are not looked at, which a patch may replace by others.
 */
export function renamedSecrets({ objects }: State, { changes }: PatchedState): PatchFinding[] {
  const made = new Map(
    objects.flatMap((object) =>
      textsAt(object, ...(makers[object.kind] ?? ['-'])).map((name) => [name, object] as const),
    ),
  )
  return changes.flatMap(({ id, before, after, by }): PatchFinding[] => {
    const place = by.at(-1)
    if (after === undefined || place === undefined) return []
    const kept = new Set(secretsOf(after))
    const lost = secretsOf(before).find((name) => made.has(name) && !kept.has(name))
    const maker = lost === undefined ? undefined : made.get(lost)
    if (maker === undefined) return []
    const what = idString(maker) === id ? 'makes another, and its readers wait for it' : `is made by ${idString(maker)}`
    return [
      {
        severity: 'error',
        code: 'patch-breaks-reference',
        place,
        message: `after the patch ${id} has the Secret ${lost} no more, which ${what}`,
        remedy: 'leave the name of the Secret as it is, or patch all that have it',
      },
    ]
  })
}

/** The names of all Secrets that an object reads or has made. */
function secretsOf(object: KubeObject): string[] {
  return [...textsAt(object, ...(makers[object.kind] ?? ['-'])), ...referencesIn(object)]
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, below]) => {
    if (key === 'secretName' && typeof below === 'string') return [below]
    if (['secretKeyRef', 'secretRef', 'secret'].includes(key))
      return [...textsAt(below, 'name'), ...referencesIn(below)]
    return referencesIn(below)
  })
}
