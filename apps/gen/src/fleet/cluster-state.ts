import { productionModes } from '@thanos-fleet/catalog'
import { type ClusterSpec, type Mode, modes, type ProductionMode, migrationStages } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Before } from '@thanos-fleet/migration'
import type { Last } from '../files/last.ts'
import { indexName } from '../files/ownership.ts'
import { problem } from '../files/problems.ts'
import type { Remembered } from '../files/state-line.ts'
import { isReplicasState, replicasState } from './autoscaling-handover.ts'
import { grpcTlsState, isGrpcTlsState } from './grpc-tls-steps.ts'
import { clustersFolder } from './list-clusters.ts'
import { placeInReadme } from './old-readme.ts'
import { isSendingState, sendingState } from './sending-change.ts'

/** What `.generated` says of a cluster. */
export function rememberedOf(spec: ClusterSpec): Remembered {
  const sending = sendingState(spec)
  return {
    ...wayOf(spec),
    ...(sending === null ? {} : { sendsTo: sending }),
    grpcTls: grpcTlsState(spec),
    replicas: replicasState(spec),
  }
}

function wayOf({ mode, migration }: Pick<ClusterSpec, 'mode' | 'migration'>): Remembered {
  return { mode, migration: migration === null ? null : { to: migration.to, step: migration.step } }
}

/**
 * Where a cluster was when its folder was generated last.
 *
 * @returns null if it never was, or if another diagnostic says already why nobody can tell
 */
export function placeBefore(last: Last, cluster: string): Before | Diagnostic | null {
  const file = `${clustersFolder}/${cluster}/${indexName}`
  switch (last.kind) {
    case 'never':
    case 'unclear':
      return null
    case 'said':
      return placeOf(last.state) ?? problem.stateUnreadable(file, 1)
    case 'unsaid':
      return placeInReadme(last.unedited('README.md') ?? '', cluster) ?? problem.stateMissing(file)
  }
}

/** Whether `rememberedOf` can have given a state. */
export function isClusterState(state: Remembered): boolean {
  return (
    placeOf(state) !== undefined &&
    isGrpcTlsState(state['grpcTls']) &&
    isReplicasState(state['replicas']) &&
    isSendingState(state['sendsTo'])
  )
}

function placeOf({ mode: said, migration }: Remembered): Before | undefined {
  const mode = modeOf(said)
  if (mode === undefined || typeof migration !== 'object') return undefined
  if (migration === null) return { mode, migration }
  const [to, step] = [goalOf(Reflect.get(migration, 'to')), migrationStageNamed(Reflect.get(migration, 'step'))]
  return to === undefined || step === undefined ? undefined : { mode, migration: { to, step } }
}

/** What `--assume-state` accepts: nothing was deployed, a mode, or a step of a move. */
export const assumptions: readonly string[] = ['new', ...modes, ...migrationStages]

/** The state that one of `assumptions` stands for, as in `PlanOptions`. The direction of a move is of no account. */
export function assumedState(assumption: string): Remembered | null | undefined {
  if (assumption === 'new') return null
  const [mode, step] = [modeOf(assumption), migrationStageNamed(assumption)]
  if (mode !== undefined) return wayOf({ mode, migration: null })
  return step === undefined ? undefined : wayOf({ mode: 'sidecar-mode', migration: { to: 'receive-mode', step } })
}

function modeOf(text: unknown): Mode | undefined {
  return modes.find((mode) => mode === text)
}

function migrationStageNamed(text: unknown) {
  return migrationStages.find((waypoint) => waypoint === text)
}

/** A mode that a cluster can move to. */
function goalOf(text: unknown): ProductionMode | undefined {
  return productionModes.find((mode) => mode === text)
}
