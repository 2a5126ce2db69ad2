import { type Mode, modeDefaults, modes } from '@thanos-fleet/cluster-spec'

/**
 * A field of cluster.yaml for the ApplicationSet's template. Most files leave fields to the defaults of their mode,
 * which Argo CD does not know: the template then takes them from here, where `.ring` alone would be an error.
 */
export function fieldOrDefault(field: 'ring' | 'namespace'): string {
  return `{{ dig "${field}" ${byMode((mode) => modeDefaults(mode, 'example')[field])} . }}`
}

/** An expression with a text for each mode; a plain text where all are the same. */
export function byMode(textOf: (mode: Mode) => string): string {
  const texts = modes.map((mode) => [mode, textOf(mode)] as const)
  const [first] = texts
  if (first !== undefined && texts.every(([, text]) => text === first[1])) return quoted(first[1])
  return `(get (dict ${texts.map(([mode, text]) => `${quoted(mode)} ${quoted(text)}`).join(' ')}) .mode)`
}

/** A string of a Go template: for printable text written as JSON writes it. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
