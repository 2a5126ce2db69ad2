import { kubernetesVersions, schemaLocations } from '@thanos-fleet/schemas'
import type { Failure } from './failure.ts'
import { run } from '@thanos-fleet/cli-tools'

/** What kubeconform found in the objects of one cluster, against one version of Kubernetes. */
export interface Conformity {
  version: string
  valid: number
  invalid: number
  errors: number
  skipped: number
}

/** An object's verdict in kubeconform's JSON report. */
interface Verdict {
  filename: string
  kind: string
  name: string
  status: string
  msg: string
}

/**
 * Validates the built files of all clusters, strictly and offline, against each version of Kubernetes; one process a
 * version. kubeconform's exit code is 1 for everything, so the verdicts themselves are read.
 * @param files the built file of each cluster
 * @param options `unknownKinds`: whether kinds without a schema, those of others' custom resources, are let pass
 */
export async function kubeconform(
  program: string,
  files: ReadonlyMap<string, string>,
  { unknownKinds = false }: { unknownKinds?: boolean } = {},
): Promise<{ conformity: Map<string, Conformity[]>; failures: Failure[] }> {
  const conformity = new Map<string, Conformity[]>([...files.keys()].map((cluster) => [cluster, []]))
  const failures: Failure[] = []
  const accepted = ['statusValid', 'statusEmpty', ...(unknownKinds ? ['statusSkipped'] : [])]
  const flags = unknownKinds ? ['-ignore-missing-schemas'] : []
  for (const version of files.size === 0 ? [] : kubernetesVersions) {
    const verdicts = await verdictsOf(program, version, [...flags, ...files.values()])
    for (const [cluster, file] of files) {
      const own = verdicts.filter((verdict) => verdict.filename === file)
      conformity.get(cluster)?.push({ version, ...count(own) })
      failures.push(
        ...own
          .filter((verdict) => !accepted.includes(verdict.status))
          .map((verdict): Failure => ({
            cluster,
            check: `kubeconform ${version}`,
            subject: `${verdict.kind} ${verdict.name}`,
            message: verdict.msg || verdict.status.replace('status', '').toLowerCase(),
          })),
      )
    }
  }
  return { conformity, failures }
}

function count(verdicts: Verdict[]): Omit<Conformity, 'version'> {
  const of = (status: string) => verdicts.filter((verdict) => verdict.status === status).length
  return {
    valid: of('statusValid'),
    invalid: of('statusInvalid'),
    errors: of('statusError'),
    skipped: of('statusSkipped'),
  }
}

async function verdictsOf(program: string, version: string, more: string[]): Promise<Verdict[]> {
  const locations = schemaLocations().flatMap((location) => ['-schema-location', location])
  const { stdout, stderr } = await run(program, [
    '-strict',
    '-verbose',
    '-output',
    'json',
    '-kubernetes-version',
    version,
    ...locations,
    ...more,
  ])
  const report: unknown = stdout === '' ? undefined : JSON.parse(stdout)
  if (!isReport(report)) throw new Error(`kubeconform gave no report: ${stderr}`)
  return report.resources
}

function isReport(report: unknown): report is { resources: Verdict[] } {
  return typeof report === 'object' && report !== null && 'resources' in report && Array.isArray(report.resources)
}
