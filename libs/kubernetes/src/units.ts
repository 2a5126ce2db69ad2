/** A duration as Prometheus writes it: one number and one unit, `30s`, `2h`, `90d`. */
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}`

/** A Kubernetes quantity, always a string so that YAML and JSON Schema agree: `500m`, `1Gi`. */
export type Quantity = `${number}${'' | 'm' | 'k' | 'M' | 'G' | 'T' | 'Ki' | 'Mi' | 'Gi' | 'Ti'}`

const secondsPerUnit = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 } as const

/** A duration in seconds. @throws RangeError when the text is not a duration of one unit. */
export function seconds(duration: Duration): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w|y)$/.exec(duration)
  if (match === null) throw new RangeError(`not a duration: ${duration}`)
  const unit = match[2] as keyof typeof secondsPerUnit
  return Number(match[1]) * secondsPerUnit[unit]
}

const multipliers = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
} as const

/** A quantity as a number: bytes for memory and storage, cores for CPU. @throws RangeError when it is not a quantity. */
export function amount(quantity: Quantity): number {
  const match = /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(quantity)
  if (match === null) throw new RangeError(`not a quantity: ${quantity}`)
  const unit = (match[2] ?? '') as keyof typeof multipliers
  return Number(match[1]) * multipliers[unit]
}
