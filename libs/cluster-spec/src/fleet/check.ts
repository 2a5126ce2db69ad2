import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Path } from '../yaml/position.ts'
import { compactedTwice } from './compacted-twice.ts'
import type { FleetMember } from './places.ts'

/** Rules between clusters: names and external labels must tell each from all others, and no blocks have two Compacts. */
export function checkFleet(clusters: readonly FleetMember[]): Diagnostic[] {
  return [
    ...unique(
      clusters,
      ({ spec }) => spec.name,
      ['name'],
      (name, first) => ({
        code: 'duplicate-cluster',
        message: `duplicate cluster "${name}", also in ${first}`,
        remedy: 'give each cluster a unique name',
      }),
    ),
    ...unique(
      clusters,
      ({ spec }) => labelText(spec.externalLabels),
      ['externalLabels'],
      (labels, first) => ({
        code: 'equal-external-labels',
        message:
          `${first} has the same external labels, ${labels}: the series and blocks of the two` +
          ' could not be told apart',
        remedy: 'change one label, for example cluster: <name>',
      }),
    ),
    ...compactedTwice(clusters),
  ]
}

function labelText(labels: Record<string, string>): string {
  return `{${Object.entries(labels)
    .toSorted()
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`
}

function unique(
  clusters: readonly FleetMember[],
  key: (cluster: FleetMember) => string,
  path: Path,
  problem: (value: string, firstFile: string) => Pick<Diagnostic, 'code' | 'message' | 'remedy'>,
): Diagnostic[] {
  const first = new Map<string, string>()
  return clusters.flatMap((cluster): Diagnostic[] => {
    const value = key(cluster)
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, cluster.path)
    return earlier === undefined
      ? []
      : [{ severity: 'error', file: cluster.path, ...cluster.locate(path), ...problem(value, earlier) }]
  })
}
