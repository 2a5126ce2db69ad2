import { isProduction } from '@thanos-fleet/catalog'
import { type BucketSetting, bucketsOf } from '../buckets.ts'
import type { Finding } from '../finding.ts'
import { placeText } from '../fleet/bucket-place.ts'
import { overlap, seenFromHere } from '../fleet/overlap.ts'
import { placeInCluster } from '../fleet/place-in-cluster.ts'
import { pathText } from '../issues/describe.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { duplicates } from './duplicates.ts'

const list: Path = ['additionalBuckets']

/** Two entries of one name would have the same objects. */
export const additionalBucketNames: Check = ({ additionalBuckets }) =>
  duplicates(
    additionalBuckets.map(({ name }) => name),
    list,
    'name',
    'additional bucket',
  )

/** The mode for development has its blocks on a volume and nothing outside of the cluster. */
export const developmentReadsOneBucket: Check = ({ mode, additionalBuckets }) => {
  if (isProduction(mode) || additionalBuckets.length === 0) return []
  return [
    {
      code: 'mode-needs-filesystem',
      path: list,
      at: 'key',
      also: [['mode']],
      message: `mode ${mode} uses the FILESYSTEM object store, but additionalBuckets has object stores`,
      remedy: 'remove additionalBuckets, or choose another mode',
    },
  ]
}

/** What two Stores serve, Query fetches and merges twice; each bucket is compared with all before it. */
export const bucketsReadOnce: Check = (spec) => {
  const buckets = bucketsOf(spec)
  return buckets.flatMap((later, index): Finding[] => {
    const finding = index === 0 ? undefined : firstMeeting(later, buckets.slice(0, index), spec)
    return finding === undefined ? [] : [finding]
  })
}

function firstMeeting(later: BucketSetting, before: readonly BucketSetting[], spec: ClusterSpec): Finding | undefined {
  const here = placeInCluster(later.store, spec.namespace)
  if (here === null) return undefined
  for (const earlier of before) {
    const there = placeInCluster(earlier.store, spec.namespace)
    if (there === null || overlap(here, there) === undefined) continue
    const isOwn = earlier.path.length === 1
    return {
      code: 'bucket-read-twice',
      path: later.path,
      at: 'key',
      also: [earlier.path],
      message: `${pathText(earlier.path)} also names ${placeText(there)}${seenFromHere(here, there)}: its blocks would be read twice`,
      remedy: isOwn
        ? "remove the entry, since the cluster's own Store serves this bucket, or name another bucket or prefix"
        : 'remove one of the two, or name another bucket or prefix',
    }
  }
  return undefined
}
