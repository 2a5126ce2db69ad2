import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { acceptedScores } from './accepted-scores.ts'
import type { Failure } from './failure.ts'
import { run } from '@thanos-fleet/cli-tools'

/** An objection of kube-score. */
export interface Objection {
  level: 'CRITICAL' | 'WARNING'
  check: string
  object: string
  comment: string
  /** Why we keep it; null for one that nobody has answered. */
  reason: string | null
}

/** The part of kube-score's JSON report (version 2) that is read here. */
interface Scored {
  object_name: string
  type_meta: { kind: string }
  checks: {
    check: { id: string }
    grade: number
    skipped: boolean
    comments: { path: string; summary: string }[] | null
  }[]
}

/** Grades up to 1 are critical and up to 5 warnings. Source: kube-score's scorecard package. */
const critical = 1
const warning = 5

/** Scores the built objects of a cluster; unanswered objections are failures, and so is a program that cannot read them. */
export async function kubeScore(
  program: string,
  cluster: ClusterSpec,
  file: string,
): Promise<{ objections: Objection[]; failures: Failure[] }> {
  const { stdout, stderr } = await run(program, [
    'score',
    '--kubernetes-version',
    'v1.35',
    '--output-format',
    'json',
    file,
  ])
  const report: unknown = stdout.startsWith('[') ? JSON.parse(stdout) : undefined
  // It reads objects by its own types and stops at one that it cannot: that is said of the cluster, as all else.
  if (!isReport(report)) {
    const message = `gave no report: ${stderr.trim().slice(0, 600)}`
    return {
      objections: [],
      failures: [{ cluster: cluster.name, check: 'kube-score', subject: cluster.name, message }],
    }
  }
  const objections = report.flatMap((scored) => objectionsOf(cluster, scored))
  return {
    objections,
    failures: objections
      .filter(({ reason }) => reason === null)
      .map(({ object, check, comment }) => ({
        cluster: cluster.name,
        check: 'kube-score',
        subject: object,
        message: `${check}: ${comment}`,
      })),
  }
}

function objectionsOf(cluster: ClusterSpec, { type_meta: { kind }, object_name: name, checks }: Scored): Objection[] {
  // kube-score calls an object `StatefulSet/apps/v1/thanos/grafana`.
  const object = `${kind} ${name.slice(name.lastIndexOf('/') + 1)}`
  return checks
    .filter(({ skipped, grade }) => !skipped && grade <= warning)
    .flatMap(({ check: { id }, grade, comments }) =>
      (comments ?? []).map(({ path, summary }): Objection => ({
        level: grade <= critical ? 'CRITICAL' : 'WARNING',
        check: id,
        object: path === '' ? object : `${object}/${path}`,
        comment: summary,
        reason: reasonFor(id, cluster, `${cluster.mode} ${object}/${path} ${summary}`),
      })),
    )
}

function reasonFor(id: string, cluster: ClusterSpec, text: string): string | null {
  const accepted = acceptedScores.find(({ check, where, when }) => {
    return check === id && where.test(text) && (when === undefined || when(cluster))
  })
  return accepted?.reason ?? null
}

function isReport(report: unknown): report is Scored[] {
  return Array.isArray(report)
}
