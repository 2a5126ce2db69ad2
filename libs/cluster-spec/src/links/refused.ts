import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { FleetMember } from '../fleet/places.ts'
import type { Path } from '../yaml/position.ts'

/** What is wrong between clusters, at the one that states it. */
export interface Refused {
  severity?: 'warning'
  at: FleetMember
  path: Path
  code: string
  message: string
  remedy: string
}

/** A refusal with its position. */
export function placed({ at, path, severity, ...said }: Refused): Diagnostic {
  return { severity: severity ?? 'error', file: at.path, ...at.locate(path), ...said }
}
