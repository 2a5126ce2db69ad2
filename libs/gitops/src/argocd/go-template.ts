import { type Fleet, type Mode, modes } from '@thanos-fleet/cluster-spec'

/**
 * A field of cluster.yaml for the ApplicationSet's template. Most files leave fields to the defaults of the fleet or
 * of their mode, which Argo CD does not know: the template then takes them from here, where `.ring` alone would be an
 * error.
 */
export function fieldOrDefault(field: 'ring' | 'namespace', fleet: Fleet): string {
  return `{{ ${field === 'ring' ? ring(fleet) : namespace(fleet)} }}`
}

function ring(fleet: Fleet): string {
  return dig(
    'ring',
    byMode((mode) => fleet.ringOf(mode)),
  )
}

/** A namespace can depend on the ring as well as on the mode. */
function namespace(fleet: Fleet): string {
  const rings = fleet.ringsWithDefaults.filter((name) =>
    modes.some((mode) => fleet.namespaceOf(mode, name) !== fleet.namespaceOf(mode, null)),
  )
  const otherwise = byMode((mode) => fleet.namespaceOf(mode, null))
  if (rings.length === 0) return dig('namespace', otherwise)
  const ofRing = rings.map((name) => `${quoted(name)} ${byMode((mode) => fleet.namespaceOf(mode, name))}`)
  return dig('namespace', `(dig (${ring(fleet)}) ${otherwise} (dict ${ofRing.join(' ')}))`)
}

function dig(field: string, otherwise: string): string {
  return `dig "${field}" ${otherwise} .`
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
