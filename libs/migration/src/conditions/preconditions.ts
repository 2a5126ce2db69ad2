import type { ClusterSpec, MigrationStage } from '@thanos-fleet/cluster-spec'
import type { Measured } from '../measured.ts'
import type { Step } from '../step.ts'
import type { Check, Condition } from './condition.ts'
import {
  bucketHasNoGap,
  ingestorsHaveData,
  nobodyWrites,
  nothingMissingWithoutIngestors,
  nothingMissingWithoutSidecars,
  receiveBlocksReachSidecars,
  receiveUploads,
  ringLoaded,
  sidecarBlocksReachReceive,
  sidecarsUpload,
  writingWorks,
} from './data.ts'
import { checkReached } from './reached.ts'

/** What a step needs beside the state before it having been reached. A step that is not here needs nothing else. */
const preconditions: Partial<Record<`${MigrationStage} > ${MigrationStage}`, readonly Check[]>> = {
  'receivers > remote-write': [ringLoaded],
  'remote-write > read-both': [writingWorks, ingestorsHaveData],
  'read-both > read-receive': [
    writingWorks,
    ingestorsHaveData,
    sidecarBlocksReachReceive,
    nothingMissingWithoutSidecars,
  ],
  'read-receive > receive-only': [writingWorks, sidecarBlocksReachReceive, receiveUploads],
  'read-both > remote-write': [receiveBlocksReachSidecars, nothingMissingWithoutIngestors],
  'remote-write > receivers': [sidecarsUpload, bucketHasNoGap],
  'receivers > sidecar-only': [bucketHasNoGap, nobodyWrites],
}

/** What the step needs, beside the cluster having reached what its `cluster.yaml` says. */
function checkPreconditions(step: Step, spec: ClusterSpec, measured: Measured): Condition[] {
  return (preconditions[`${step.from} > ${step.to}`] ?? []).map((check) => check(spec, measured))
}

/**
 * Everything that must be so before a step is taken.
 * @param spec the cluster as its `cluster.yaml` says before the step
 */
export function checkStep(step: Step, spec: ClusterSpec, measured: Measured): Condition[] {
  return [...checkReached(spec, measured), ...checkPreconditions(step, spec, measured)]
}
