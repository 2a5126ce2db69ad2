import { type Duration, seconds } from '@thanos-fleet/kubernetes'

/** A duration as Go's own parser reads it. It knows no days: `90d` stops the program at its start. */
export type GoDuration = `${number}${'ms' | 's' | 'm' | 'h'}`

/** The same duration for a flag that Go's own parser reads: days, weeks and years become hours. */
export function goDuration(duration: Duration): GoDuration {
  return isGoDuration(duration) ? duration : `${seconds(duration) / 3600}h`
}

const isGoDuration = (duration: Duration): duration is GoDuration => /[smh]$/.test(duration)

/** A size with its unit, `250MB`, `2GiB`. */
export type Bytes = `${number}${'' | 'K' | 'M' | 'G' | 'T' | 'P' | 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi'}B`

/** A moment, or how long it is from now: `2026-01-31T00:00:00Z`, `-2w`. */
export type TimeOrDuration = Duration | `-${Duration}` | `${number}-${number}-${number}T${string}`
