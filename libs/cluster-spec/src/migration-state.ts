import type { ProductionMode } from '@thanos-fleet/catalog'

/**
 * The states between sidecar-mode and receive-mode, in order. Neighbours differ in one thing, which can be checked on the
 * running system and undone. The way back is the same states from the end.
 */
export const migrationStages = [
  'sidecar-only',
  'receivers',
  'remote-write',
  'read-both',
  'read-receive',
  'receive-only',
] as const

export type MigrationStage = (typeof migrationStages)[number]

export type { ProductionMode }

/** A move between the production modes, one step after the other; docs/migration.md is its runbook. */
export interface Migration {
  to: ProductionMode
  /** What is deployed: the last step that was taken. */
  step: MigrationStage
}
