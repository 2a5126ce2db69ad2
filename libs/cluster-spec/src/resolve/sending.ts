import type { ClusterSpec } from '../spec.ts'

/** A cluster that sends to another one has no bucket and nothing that queries: all of that is at the other one. */
export function withoutWhatIsElsewhere(spec: ClusterSpec): ClusterSpec {
  if (spec.sendsTo === null) return spec
  return {
    ...spec,
    objectStore: null,
    additionalBuckets: [],
    queryFrontend: null,
    rule: null,
    bucketWeb: null,
    grafana: null,
  }
}
