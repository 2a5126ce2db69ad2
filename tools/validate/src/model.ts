import { isDeepStrictEqual } from 'node:util'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { rendered, type State } from '@thanos-fleet/kustomize'
import type { Failure } from './failure.ts'

/**
 * Compares what kustomize built with the model, object by object, exactly.
 * Of people's own objects only the existence is compared: Kustomize is given their files.
 * @param state what the cluster has to have, hand-written patches applied
 */
export function compareWithModel(spec: ClusterSpec, built: readonly KubeObject[], state: State): Failure[] {
  const wanted = new Map(rendered(state).map((object) => [idString(object), object]))
  const found = new Map(built.map((object) => [idString(object), object]))
  const failure = (subject: string, message: string): Failure => ({
    cluster: spec.name,
    check: 'model',
    subject,
    message,
  })
  const own = new Set(spec.objects.map(({ object }) => idString(object)))
  return [
    ...[...own]
      .filter((id) => !found.has(id))
      .map((id) => failure(id, 'is in objects/, but kustomize does not build it')),
    ...[...wanted].flatMap(([id, object]) => {
      const other = found.get(id)
      if (other === undefined) return [failure(id, 'is in the model, but kustomize does not build it')]
      return isDeepStrictEqual(plain(object), plain(other))
        ? []
        : [failure(id, `differs at ${firstDifference(plain(object), plain(other), '')}`)]
    }),
    ...[...found.keys()]
      .filter((id) => !wanted.has(id) && !own.has(id))
      .map((id) => failure(id, 'is built, but not in the model')),
  ]
}

/** Without undefined fields, as JSON would have it. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** The path of the first value that differs, with both values. */
export function firstDifference(one: unknown, other: unknown, path: string): string {
  if (isBranch(one) && isBranch(other) && Array.isArray(one) === Array.isArray(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    const key = keys.find((key) => !isDeepStrictEqual(one[key], other[key]))
    if (key !== undefined) return firstDifference(one[key], other[key], `${path}.${key}`)
  }
  if (typeof one === 'string' && typeof other === 'string' && one.includes('\n')) return firstLine(one, other, path)
  return `${path}: the model has ${brief(one)}, kustomize built ${brief(other)}`
}

/** In a text of many lines, the first that differs. */
function firstLine(one: string, other: string, path: string): string {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const index = lines.findIndex((line, index) => line !== others[index])
  const at = index < 0 ? lines.length : index
  return `${path} line ${at + 1}: the model has ${brief(lines[at])}, kustomize built ${brief(others[at])}`
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
