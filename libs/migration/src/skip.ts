import { isProduction } from '@thanos-fleet/catalog'
import {
  type ClusterSpec,
  type Migration,
  type Mode,
  type Path,
  migrationStageOf,
  migrationStages,
} from '@thanos-fleet/cluster-spec'

/** Where a cluster was when its folder was generated last. */
export interface Before {
  mode: Mode
  migration: Migration | null
}

/** Why a change of `cluster.yaml` is refused, and the setting that it is about. */
export interface Refusal {
  code: 'migration-step-skipped' | 'tenants-not-deduplicated' | 'production-to-development'
  path: Path
  message: string
  remedy: string
}

/**
 * What is wrong with the way from what a cluster was to what it shall be: more than one step at once, or an end of the
 * move after which series would count twice. A development cluster has no way, and may become what it likes; what is in
 * production may not become one, not even for a moment: from there every way would be open.
 */
export function refuseSkip(before: Before, after: ClusterSpec): Refusal | null {
  if (!isProduction(before.mode)) return null
  if (!isProduction(after.mode)) return downgraded(before, after)
  return skipped(before, after) ?? ended(before, after)
}

function skipped(before: Before, after: ClusterSpec): Refusal | null {
  const [from, to] = [migrationStageOf(before), migrationStageOf(after)]
  const [start, end] = [migrationStages.indexOf(from), migrationStages.indexOf(to)]
  if (Math.abs(end - start) <= 1) return null
  const between =
    start < end ? migrationStages.slice(start + 1, end) : migrationStages.slice(end + 1, start).toReversed()
  const goal = start < end ? 'receive-mode' : 'sidecar-mode'
  return {
    code: 'migration-step-skipped',
    path: after.migration === null ? ['mode'] : ['migration', 'step'],
    message: `${place(before)} was generated last; ${place(after)} skips ${between.join(', ')}: data would be lost or counted twice`,
    remedy:
      `revert the change and run \`npx nx run gen:migrate -- ${after.name} --to ${goal}\`;` +
      ' for a cluster that was never deployed, generate with --force',
  }
}

function downgraded(before: Before, { name, mode }: ClusterSpec): Refusal {
  return {
    code: 'production-to-development',
    path: ['mode'],
    message: `${place(before)} was generated last; mode ${mode} would leave its bucket and volumes behind: data would be lost`,
    remedy:
      `put back what was there, and give the development cluster a folder of its own;` +
      ` where ${name} was never deployed, generate with --force`,
  }
}

function ended(before: Before, after: ClusterSpec): Refusal | null {
  if (before.migration === null || after.migration !== null || after.query.deduplicateTenants) return null
  return {
    code: 'tenants-not-deduplicated',
    path: ['query', 'deduplicateTenants'],
    message:
      'the bucket has series from the migration twice, with and without a tenant: sums over that time would count them twice',
    remedy:
      'write query: { deduplicateTenants: true }, as the last step of gen:migrate does;' +
      ' if Receive never received a sample, generate with --force',
  }
}

function place({ mode, migration }: Before): string {
  return migration === null ? `mode ${mode}` : `step ${migration.step}`
}
